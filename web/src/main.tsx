import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
// Before everything that brings styles of its own: it fixes the order of the layers.
import './ui/styles.css'
import { createQueryClient } from './api/query.ts'
import { createAppRouter } from './routes.tsx'
import { goToSignIn } from './shell/session.ts'

const queries = createQueryClient(goToSignIn)
const router = createAppRouter(queries)
const place = document.getElementById('root')
if (place === null) throw new Error('index.html has lost its #root')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
