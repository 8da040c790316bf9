-- An article that is not valid any more: who asked for it to be taken away and why, then who else let that happen. Its
-- versions stay. The reason is the house's own words.
alter table article
    add column withdraw_reason text check (length(withdraw_reason) <= 500),
    add column withdraw_by     text,
    add column withdrawn_at    timestamptz,
    add column withdrawn_by    text;
