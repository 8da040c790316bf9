-- Who said whether an article helped, so that everybody is counted once and may change their mind: a sum of the article, its
-- language and version, keyed with a secret that only the visitor's browser has. Deleted after 180 days.
create table article_vote (
    voter   text primary key,
    channel text not null check (channel ~ '^[a-z]{2,20}$'),
    helpful boolean not null,
    at      timestamptz not null
);
create index article_vote_age on article_vote (at);
