-- The record of reads names its policies role by role: the keeper has one of its own for what is old enough, and sees no more than days of it.
create policy counted_by_the_keeper on reads for select to plumbline_keeper using (org_id = current_org() and current_user = 'plumbline_keeper');
create policy removed_by_the_keeper on reads for delete to plumbline_keeper
  using (org_id = current_org() and current_user = 'plumbline_keeper' and at < (select kept_since('reads')));

-- Whoever left is erased as anyone is, with a proof: that needs more than the keeper may.
drop policy old_enough on people;
revoke delete on people from plumbline_keeper;
