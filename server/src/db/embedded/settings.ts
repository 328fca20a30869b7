import { isSocket } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

export interface SettingsOptions {
  /** False gives up safety against power cuts for speed: tests only. */
  durable: boolean
  settings: Readonly<Record<string, string>>
}

const forSmallMachines = {
  max_connections: '60',
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  // Solid state and short queries: an index look-up costs little more than a scan's next page, compiling a query costs more than it saves.
  random_page_cost: '1.1',
  jit: 'off',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // Failed statements and the rows in their details are people's data: the log says how the server is, not what it was asked.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** PostgreSQL's settings as arguments of its command line, where no file of the data folder overrides them. */
export function settingArguments(endpoint: Endpoint, { durable, settings }: SettingsOptions): string[] {
  const where = isSocket(endpoint)
    ? { listen_addresses: '', unix_socket_directories: endpoint.host, unix_socket_permissions: '0700' }
    : { listen_addresses: endpoint.host, unix_socket_directories: '' }
  const all = { ...forSmallMachines, ...(durable ? {} : careless), ...settings, ...where, port: String(endpoint.port) }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
