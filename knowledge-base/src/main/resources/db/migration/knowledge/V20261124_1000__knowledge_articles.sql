-- An article lives for ever under its slug. One that an editor took over is never touched by the shipped files again.
create table article (
    slug        text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    service     text not null,
    edited_here boolean not null default false,
    created_at  timestamptz not null
);

-- What an article said from a day on, in one language. Rows are never changed.
create table article_version (
    slug        text not null references article,
    language    text not null,
    version     int  not null check (version > 0),
    published   date not null,
    title       text not null,
    summary     text not null,
    sms         text not null,
    voice       text not null,
    fields      jsonb not null,
    sources     jsonb not null,
    questions   jsonb not null,
    fingerprint text not null,
    created_at  timestamptz not null,
    primary key (slug, language, version)
);
