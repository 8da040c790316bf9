-- A question that an editor has put aside: no article is wanted for it. It stays aside when somebody asks it again.
alter table unanswered_question add column dismissed_at timestamptz;
create index unanswered_question_dismissed on unanswered_question (question) where dismissed_at is not null;
