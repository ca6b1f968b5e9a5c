/**
 * Tables that a cluster copies to every node, or keeps on the coordinator alone. Every other table is
 * distributed by `organ_id`, and its keys begin with it.
 */
export const referenceTables = [
  'organ',
  'organ_name',
  'organ_parent',
  'organ_closure',
  'organ_succession',
  'organ_contact',
  'person',
  'person_account',
  'person_code_used',
  'person_session',
  'person_two_factor',
  'person_verification',
  'calendar_feed',
  'job_done',
  'page_change',
  'page_server',
  'schema_migration',
] as const
