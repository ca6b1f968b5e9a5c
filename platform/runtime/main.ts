import { Obstacle } from './obstacle.ts'

/** Runs a program: an Obstacle ends it with its one line and code 1, any other fault with its stack. */
export async function runMain(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (fault) {
    console.error(fault instanceof Obstacle ? fault.message : fault)
    process.exit(1)
  }
}
