-- Whether a version still waits for somebody who grew up with its language, and which version of a translation was found right.
alter table article_version add column review_pending boolean not null default false;
alter table article_translation_check add column version int;
