-- The provider said that the person has not written for too long, whatever our own clock says: it goes another way.
alter table channels_outbound add column window_closed boolean not null default false;
-- A report said that it did not arrive and why that passes or can be helped: it was sent again, which happens once.
alter table channels_outbound add column remedied boolean not null default false;
alter table channels_early_report add column remedy text;

-- What providers let begin a conversation again, as they said when they were asked last. No personal data.
create table channels_template (
    account    text        not null,
    name       text        not null,
    language   text        not null,
    category   text        not null,
    status     text        not null,
    quality    text        not null,
    body       text        not null,
    parameters integer     not null,
    plain      boolean     not null,
    seen_at    timestamptz not null,
    primary key (account, name, language)
);
