-- Periodic work that one node does at a time: db-scheduler's own table. One row for each job, no personal data.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- How each job ended the last time, for /admin/jobs. One row for each job; the failure is the name of its kind, never its text.
create table config_job_run (
    job      text primary key,
    ended_at timestamptz not null,
    took_ms  bigint not null,
    node     text not null,
    runs     bigint not null default 1,
    failure  text
);
