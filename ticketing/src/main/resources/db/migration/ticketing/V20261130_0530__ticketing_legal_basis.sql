-- Why a deadline is what it is, as a key with its arguments: {"key": "service-promise", "unit": "dinas-pupr", "workingDays": 5}.
-- legal_basis holds the sentence of a ticket from before, and of one that a node of the version before wrote; else it is empty.
alter table ticket add column basis jsonb;
