-- What the annual report asks of the ledger beside the rows of cases: cases read anew because something in them was
-- mended or reopened, and the notices that its results are held against.
CREATE INDEX fact_of_report ON fact (organ_id, duty, type, happened_on)
  WHERE type IN ('amended', 'reopened', 'correctionAsked', 'feeNoticed', 'feePaid', 'reasonsAsked', 'consultationSent');
