/** What the ledger knows of the machine. */
export interface Machine {
  time(): number
  isRunning(pid: number): boolean
}
