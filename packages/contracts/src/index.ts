export {
  Actor,
  ActorAssertion,
  actorKey,
  actorName,
  isUnownedKey,
  type UserActor,
  WorkflowActor,
} from './actor.ts'
export {
  ApprovalComment,
  ApprovalComments,
  ApproveInput,
  ApproveTogetherInput,
  BreakGlassInput,
  CancelInput,
  CommentInput,
  DeferInput,
  PreviewSeenInput,
  RejectInput,
  ReviewBreakGlassInput,
  StepUp,
  UndoAnswer,
  VerdictInput,
} from './approval-commands.ts'
export {
  Approval,
  ApprovalContext,
  ApprovalDecision,
  ApprovalOutcome,
  ApprovalPage,
  ApprovalState,
  approvalStates,
  BreakGlassUse,
  DecisionKind,
  Digest,
  decisionKinds,
  ReaderRights,
  RevealedSecret,
  StepUpMethod,
} from './approvals.ts'
export { AuditPage, AuditRow } from './audit.ts'
export {
  ChatMessage,
  ChatMessagePage,
  ChatMode,
  chatModes,
  FinishReason,
  MessageStatus,
  maxMessageLength,
  messageStatuses,
  modeLimitSeconds,
  RegenerateMessage,
  SendMessage,
  Siblings,
  Source,
  TokenUsage,
  ToolCallRecord,
  ToolCallStatus,
  toolCallStatuses,
} from './chat.ts'
export {
  Attachment,
  AttachmentFormat,
  attachmentFormats,
  maxAttachmentSize,
  maxAttachmentsPerMessage,
  uploadsAtOncePerUser,
} from './chat-attachments.ts'
export { BindingKind, bindingKinds, ConversationBinding } from './chat-binding.ts'
export {
  ContextChoices,
  ContextMoment,
  ContextQuery,
  FollowupPreview,
  WriteFollowup,
} from './chat-context.ts'
export {
  BranchConversation,
  Conversation,
  ConversationExport,
  ConversationMatch,
  ConversationPage,
  CreateConversation,
  ExportQuery,
  ListConversations,
  ShowBranch,
  UpdateConversation,
} from './chat-conversations.ts'
export { ChatProvider, ChatProviders, ProviderTest, TestProvider } from './chat-providers.ts'
export { StreamEvent } from './chat-stream.ts'
export { ChatUsage, longestUsageDays, UsageQuery, UsageRow } from './chat-usage.ts'
export { Colleagues, CreateDelegation, DelegateInput, Delegation, Delegations } from './delegations.ts'
export {
  AppError,
  type AppErrorOptions,
  ConflictError,
  ErrorBody,
  ErrorCode,
  errorCodes,
  FieldError,
  ForbiddenError,
  httpStatusByCode,
  LimitExceededError,
  NotFoundError,
  UnauthorizedError,
  UpstreamError,
  ValidationError,
} from './errors.ts'
export {
  EventType,
  HubEvent,
  internalEventTypes,
  SocketFrame,
  SocketHello,
  safeguardEventTypes,
  workflowEventTypes,
} from './events.ts'
export { DependencyHealth, HealthReport } from './health.ts'
export { KnowledgeDocument } from './knowledge.ts'
export { SearchExplanation } from './knowledge-explanation.ts'
export { KnowledgeGap, KnowledgeGaps } from './knowledge-gaps.ts'
export {
  DocumentProblemText,
  DocumentState,
  documentStates,
  IngestRun,
  IngestState,
  IngestTrigger,
  ListedDocument,
  ListedDocuments,
} from './knowledge-ingest.ts'
export {
  KnowledgeMark,
  KnowledgeMarks,
  MarkKind,
  MarkPassageInput,
  MarkState,
  markKinds,
  markStates,
  PassageMark,
  ResolveMarkInput,
} from './knowledge-marks.ts'
export { TriedSearch, TrySearchInput } from './knowledge-search.ts'
export { EmbeddingModelState, KnowledgeState, StartedRun } from './knowledge-state.ts'
export {
  Accreditation,
  accreditations,
  hasAccreditation,
  higherLevel,
  isAtLeastLevel,
  Locale,
  LocalizedText,
  locales,
  neededToCall,
  SecurityLevel,
  securityLevels,
} from './levels.ts'
export {
  longestMaintenanceDays,
  MaintenanceOwner,
  MaintenancePlaces,
  MaintenanceQuery,
  MaintenanceWindow,
  MaintenanceWindows,
  maintenanceOwners,
  PlanMaintenance,
} from './maintenance.ts'
export { LongPageQuery, PageQuery, pageOf } from './page.ts'
export {
  DryRunInput,
  DryRunResult,
  ExplainInput,
  Policy,
  PolicyExplanation,
  PolicyFile,
  PolicyInForce,
  PolicyMatcher,
  PolicyRule,
  WeighedRule,
  WorkingHours,
} from './policy.ts'
export { looserTerms, PolicyTerms, TighterTerms } from './policy-terms.ts'
export { ApproverSignals, SafeguardSignals } from './safeguard-signals.ts'
export {
  AskGrantInput,
  DecideGrantInput,
  GrantScope,
  GrantState,
  grantStates,
  RevokeGrantInput,
  StandingGrant,
  StandingGrants,
} from './standing-grants.ts'
export {
  builtInTexts,
  fillTemplate,
  longestTemplate,
  ResetTemplate,
  SetTemplate,
  SupportTemplate,
  SupportTemplates,
  TemplateHistory,
  TemplateLanguage,
  TemplateName,
  templateLanguages,
  templateWords,
  unknownWords,
} from './support-templates.ts'
export {
  ActionPreview,
  ActionTarget,
  defineDescriptor,
  PreviewFact,
  readHints,
  type SystemId,
  systems,
  type ToolAnnotations,
  type ToolDescriptor,
  ToolOutcome,
  toolMeta,
} from './tool-descriptor.ts'
export { adAddToGroup } from './tools/ad-add-to-group.ts'
export { adCheckUser, DirectoryAccount } from './tools/ad-check-user.ts'
export { adCopyGroupsFrom, LeftOutGroup } from './tools/ad-copy-groups-from.ts'
export { adCreateUser } from './tools/ad-create-user.ts'
export { adDisableAccount } from './tools/ad-disable-account.ts'
export { adEnableAccount } from './tools/ad-enable-account.ts'
export { AccountGroup, adListUserGroups } from './tools/ad-list-user-groups.ts'
export { adRemoveFromGroup } from './tools/ad-remove-from-group.ts'
export { adResetPassword } from './tools/ad-reset-password.ts'
export { adSearchUsers, FoundUser, userStates } from './tools/ad-search-users.ts'
export { adUnlockAccount } from './tools/ad-unlock-account.ts'
export { toolCatalog } from './tools/catalog.ts'
export { glpiAddFollowup } from './tools/glpi-add-followup.ts'
export { glpiAddSolution } from './tools/glpi-add-solution.ts'
export { glpiAddTask } from './tools/glpi-add-task.ts'
export { glpiAssignTicket } from './tools/glpi-assign-ticket.ts'
export { glpiCloseTicket } from './tools/glpi-close-ticket.ts'
export { glpiCreateTicket } from './tools/glpi-create-ticket.ts'
export {
  glpiGetTicketDetails,
  Ticket,
  TicketEntry,
  TicketRequester,
  TicketStatus,
  ticketStatuses,
} from './tools/glpi-get-ticket-details.ts'
export { glpiListClientAssets } from './tools/glpi-list-client-assets.ts'
export { glpiListRecentTickets } from './tools/glpi-list-recent-tickets.ts'
export { GlpiClient, glpiSearchClient } from './tools/glpi-search-client.ts'
export { glpiSearchTickets } from './tools/glpi-search-tickets.ts'
export { glpiUpdateTicket } from './tools/glpi-update-ticket.ts'
export { mailNotifyClient } from './tools/mail-notify-client.ts'
export { memoryAddCase } from './tools/memory-add-case.ts'
export { memoryDeleteDocument } from './tools/memory-delete-document.ts'
export { memoryGetDocument } from './tools/memory-get-document.ts'
export { memorySearchSimilarCases, Passage } from './tools/memory-search-similar-cases.ts'
export { holdsSecret } from './tools/memory-secret-text.ts'
export { observiumAcknowledgeAlert } from './tools/observium-acknowledge-alert.ts'
export { DeviceMetrics, observiumGetDeviceMetrics } from './tools/observium-get-device-metrics.ts'
export { DeviceAlert, DeviceStatus, observiumGetDeviceStatus } from './tools/observium-get-device-status.ts'
export { observiumListAlerts } from './tools/observium-list-alerts.ts'
export { ListedDevice, observiumListDevices } from './tools/observium-list-devices.ts'
export { ListedPort, observiumListPorts } from './tools/observium-list-ports.ts'
export { NetworkAlert } from './tools/observium-network-alert.ts'
export { safeguardGetMyRequest } from './tools/safeguard-get-my-request.ts'
export { MyRequest, safeguardListMyRequests } from './tools/safeguard-list-my-requests.ts'
export { factsToCome } from './tools/target-facts.ts'
export {
  ConfirmTwoFactor,
  PasswordProof,
  RecoveryCodes,
  TwoFactor,
  TwoFactorEnrolment,
} from './two-factor.ts'
export { LoginInput, LoginResult, Me, User } from './users.ts'
export { AlertAccepted, TicketAccepted } from './webhooks.ts'
export { AlertDetected, HealthChange, TicketProcessed, WorkflowError } from './workflow-events.ts'
export {
  RunAlert,
  RunCommand,
  RunProblem,
  RunState,
  RunStep,
  RunsQuery,
  RunWait,
  SetWorkflowSwitch,
  StartedWorkflowRun,
  SteerRun,
  switchOf,
  WorkflowName,
  WorkflowRunDetail,
  WorkflowRunSummary,
  WorkflowRuns,
  WorkflowSwitch,
  WorkflowSwitches,
  workflowNames,
  workflowParts,
} from './workflow-runs.ts'
