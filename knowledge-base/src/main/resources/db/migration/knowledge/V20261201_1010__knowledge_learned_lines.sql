-- Who picked is kept as one of 256 tags, which tells two people apart and names nobody; -1 where it was not kept. What a
-- question asks for, whatever the order and form of its words, is its gist; empty where it says too little to learn from.
alter table picked_article
    add column person smallint not null default -1 check (person between -1 and 255),
    add column gist   text     not null default '' check (length(gist) <= 500);
alter table picked_article drop constraint picked_article_pkey;
alter table picked_article add primary key (day, slug, language, kind, picker, question, person);
create index picked_article_gist on picked_article (gist) where gist <> '';

-- A further line by which an article is found, since several people picked it for the same words. Without what names
-- somebody: its words are those that all of them used. Deleted 24 months after somebody last picked it.
create table learned_line (
    gist         text        primary key check (length(gist) between 1 and 500),
    slug         text        not null,
    language     text        not null,
    words        text        not null check (length(words) <= 500),
    refused      boolean     not null default false,
    learned_at   timestamptz not null,
    confirmed_on date        not null
);

create index learned_line_slug on learned_line (slug, learned_at desc);
