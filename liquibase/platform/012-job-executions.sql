--liquibase formatted sql

--changeset platform:120
-- The engine's own, with the columns that db-scheduler wants; what operators see are the two tables above it.
create table platform.job_executions (
  task_name            text not null check (length(task_name) <= 50),
  task_instance        text not null check (length(task_instance) <= 200),
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null default false,
  picked_by            text check (length(picked_by) <= 100),
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null default 1,
  priority             smallint,
  covered              boolean not null default false,
  job                  text not null generated always as (split_part(task_instance, '/', 1)) stored,
  organization         uuid not null generated always as (split_part(task_instance, '/', 2)::uuid) stored,
  primary key (task_name, task_instance)
);
create index job_executions_execution_time_idx on platform.job_executions (execution_time);
create index job_executions_last_heartbeat_idx on platform.job_executions (last_heartbeat) where picked;
create index job_executions_organization_idx on platform.job_executions (organization, job);
grant select, insert, update, delete on platform.job_executions to renoz_platform;
-- Whoever asks for a job does so in its own transaction.
grant insert on platform.job_executions to renoz_m_platform;
comment on column platform.job_executions.covered is
  'Another request for the same job, that was picked together with this one, has begun: there is nothing left to do';
comment on table platform.job_executions is
  'What is due when: <job>/<organization> for the times of its schedule, <job>/<organization>/<id> for a time asked for';
--rollback drop table platform.job_executions;
