-- "Apakah ini membantu?", counted for each version and language.
create table article_opinion (
    slug     text not null,
    language text not null,
    version  int  not null,
    helpful  boolean not null,
    times    bigint not null,
    primary key (slug, language, version, helpful)
);

-- Why it did not help. The words may hold personal matters: a row is deleted after 365 days.
create table article_dispute (
    id         bigint generated always as identity primary key,
    slug       text not null,
    language   text not null,
    version    int  not null,
    reason     text not null check (length(reason) <= 1000),
    created_at timestamptz not null
);

create index article_dispute_age on article_dispute (created_at);
