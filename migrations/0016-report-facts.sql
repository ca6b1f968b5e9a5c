-- What the annual report asks of the ledger beside the rows of cases: cases that were reopened or split, and the
-- notices that its results are held against.
CREATE INDEX fact_of_report ON fact (organ_id, duty, type, happened_on) INCLUDE (case_id)
  WHERE type IN ('amended', 'reopened', 'split', 'correctionAsked', 'feeNoticed', 'feePaid', 'reasonsAsked',
    'consultationSent');
