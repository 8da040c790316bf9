-- Who looked at an article last and said until when it may be trusted, by log-in, and when.
alter table article
    add column looked_by text,
    add column looked_at timestamptz;
