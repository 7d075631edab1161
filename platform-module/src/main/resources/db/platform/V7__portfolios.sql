-- Meta's id of the business portfolio of a WABA, for which Meta counts how many people may be written to within 24 hours.
-- Empty until Meta is asked again about the account.
alter table plt_account add column business_id text;
