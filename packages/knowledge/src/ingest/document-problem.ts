/** Why one file is no document. The run goes on with the others and names this one. */
export class DocumentProblem extends Error {
  override name = 'DocumentProblem'
}
