-- What units, categories and holidays are called, by language: {"id": "Dinas Kesehatan", "en": "Health Office"}.
-- A node of the version before knows name_id and name_en alone. The trigger keeps both ways of writing the same,
-- whichever was written; the two columns go with a later version.
create function ticket_names(name_id text, name_en text) returns jsonb language sql immutable as $$
    select jsonb_strip_nulls(jsonb_build_object('id', name_id, 'en', nullif(nullif(name_en, ''), name_id)))
$$;

create function ticket_names_follow() returns trigger language plpgsql as $$
begin
    if new.names is null then
        new.names := ticket_names(new.name_id, new.name_en);
    elsif tg_op = 'UPDATE' and new.names = old.names
            and (new.name_id, new.name_en) is distinct from (old.name_id, old.name_en) then
        new.names := (new.names - 'en') || ticket_names(new.name_id, new.name_en);
    end if;
    new.name_id := coalesce(new.names ->> 'id', (select text from jsonb_each_text(new.names) as t (tag, text) limit 1));
    new.name_en := coalesce(new.names ->> 'en', new.name_id);
    return new;
end $$;

alter table ticket_unit add column names jsonb check (jsonb_typeof(names) = 'object' and names <> '{}');
alter table ticket_category add column names jsonb check (jsonb_typeof(names) = 'object' and names <> '{}');
alter table ticket_holiday add column names jsonb check (jsonb_typeof(names) = 'object' and names <> '{}');

create trigger ticket_names before insert or update on ticket_unit
    for each row execute function ticket_names_follow();
create trigger ticket_names before insert or update on ticket_category
    for each row execute function ticket_names_follow();
create trigger ticket_names before insert or update on ticket_holiday
    for each row execute function ticket_names_follow();

update ticket_unit set names = ticket_names(name_id, name_en);
update ticket_category set names = ticket_names(name_id, name_en);
update ticket_holiday set names = ticket_names(name_id, name_en);

alter table ticket_unit alter column names set not null;
alter table ticket_category alter column names set not null;
alter table ticket_holiday alter column names set not null;
