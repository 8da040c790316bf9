-- Who looks after an article, until when its text may be trusted, and whether only the desk may read it.
alter table article
    add column owner     text,
    add column review_by date,
    add column internal  boolean not null default false;

-- Who wrote a version and who approved it, by log-in; empty for what came with the software. The place tells which of two
-- versions is newer, whatever the clock says.
alter table article_version
    add column author      text,
    add column approved_by text,
    add column place       bigint generated always as identity;

-- "This translation is still right": the place of the Indonesian version that it was compared with.
create table article_translation_check (
    slug       text not null,
    language   text not null,
    place      bigint not null,
    checked_by text not null,
    primary key (slug, language)
);

-- A text that is being written, at most one for each article and language; nobody is served from here. The revision grows
-- with every change, so that two people cannot overwrite each other.
create table article_draft (
    slug       text not null,
    language   text not null,
    service    text not null,
    internal   boolean not null,
    state      text not null check (state in ('DRAFT', 'REVIEW')),
    revision   int not null check (revision > 0),
    based_on   int not null,
    authors    text[] not null,
    note       text not null,
    title      text not null,
    summary    text not null,
    sms        text not null,
    voice      text not null,
    fields     jsonb not null,
    sources    jsonb not null,
    questions  jsonb not null,
    golden     jsonb not null,
    changed_at timestamptz not null,
    primary key (slug, language)
);

-- Questions that must find an article. They are never searched, only asked before something is published.
create table article_golden (
    slug      text not null references article,
    language  text not null,
    questions jsonb not null,
    primary key (slug, language)
);
