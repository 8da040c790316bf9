-- A question that was answered, but not so that it helped: the article that answered.
alter table unanswered_question add column slug text;
alter table unanswered_question drop constraint unanswered_question_why_check;
alter table unanswered_question add check (why in ('UNKNOWN', 'AMBIGUOUS', 'DISPUTED'));
alter table unanswered_question add check ((why = 'DISPUTED') = (slug is not null));

create index unanswered_question_slug on unanswered_question (slug, at) where slug is not null;
