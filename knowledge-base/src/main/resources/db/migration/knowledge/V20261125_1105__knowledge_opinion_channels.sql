-- An opinion is counted where the citizen met the article: the help centre itself, or an answer on another line.
alter table article_opinion add column channel text not null default 'web' check (channel ~ '^[a-z]{2,20}$');
alter table article_opinion alter column channel drop default;
alter table article_opinion drop constraint article_opinion_pkey;
alter table article_opinion add primary key (slug, language, version, channel, helpful);

alter table article_dispute add column channel text not null default 'web' check (channel ~ '^[a-z]{2,20}$');
alter table article_dispute alter column channel drop default;

create index article_dispute_article on article_dispute (slug, created_at);
