/** Words of versions, branches, files, context and write-back. */
export const chatWords = {
  branch: {
    versions: 'Versions',
    version: 'Version',
    previous: 'Previous version',
    next: 'Next version',
    edit: 'Edit the question',
    editLabel: 'New version of the question',
    editHelp: 'Enter sends a new version, Esc keeps this one',
    cancel: 'Cancel',
    send: 'Send this version',
    more: 'More actions on the answer',
    inMode: 'Answer again in {{mode}} mode',
    continue: 'Continue in a new conversation',
    failed: 'The conversation was not created: {{why}}',
    from: 'Continued from “{{title}}”',
    fromEarlier: 'Continued from an earlier conversation',
    fromDeleted: 'Continued from a deleted conversation',
    notAnswered: 'The question was not answered again',
    notAnsweredHelp: 'Nothing above has changed.',
  },
}
