--liquibase formatted sql

--changeset platform:080
create table platform.scheduled_jobs (
  like platform.tenant_row including all,
  name                 text not null check (length(name) <= 100),
  module               text not null check (length(module) <= 31),
  schedule             text not null check (length(schedule) <= 200),
  state                text not null default 'active' check (state in ('active', 'paused')),
  next_run_at          timestamptz,
  last_run_at          timestamptz,
  last_success_at      timestamptz,
  consecutive_failures integer not null default 0 check (consecutive_failures >= 0),
  constraint scheduled_jobs_name_key unique (organization_id, name)
);
create index scheduled_jobs_state_idx on platform.scheduled_jobs (organization_id, state, next_run_at);
-- For the kernel, which looks for what is due over all organizations.
create index scheduled_jobs_due_idx on platform.scheduled_jobs (next_run_at) where state = 'active';
call platform.protect('platform.scheduled_jobs');
call platform.open_to_kernel('platform.scheduled_jobs');
comment on table platform.scheduled_jobs is 'Background work a module declares, one row a job and organization';
--rollback drop table platform.scheduled_jobs;

--changeset platform:081
create table platform.scheduled_job_runs (
  like platform.tenant_row including all,
  scheduled_job_id uuid not null,
  due_at           timestamptz not null,
  state            text not null default 'running' check (state in ('running', 'finished', 'failed', 'abandoned')),
  node_name        text not null check (length(node_name) <= 100),
  lease_epoch      bigint not null default 0,
  lease_until      timestamptz not null,
  started_at       timestamptz not null,
  finished_at      timestamptz,
  rows_touched     integer,
  message          text check (length(message) <= 2000),
  constraint scheduled_job_runs_scheduled_job_id_due_at_key unique (organization_id, scheduled_job_id, due_at),
  constraint scheduled_job_runs_scheduled_job_id_fkey
    foreign key (organization_id, scheduled_job_id) references platform.scheduled_jobs
);
create index scheduled_job_runs_state_idx on platform.scheduled_job_runs (organization_id, state, lease_until);
-- For the kernel, over all organizations: runs whose node has died, and runs that are past their time.
create index scheduled_job_runs_running_idx on platform.scheduled_job_runs (lease_until) where state = 'running';
create index scheduled_job_runs_started_at_idx on platform.scheduled_job_runs (started_at);
call platform.protect('platform.scheduled_job_runs');
call platform.open_to_kernel('platform.scheduled_job_runs');
comment on table platform.scheduled_job_runs is 'One run of a job with its lease; kept 30 days';
--rollback drop table platform.scheduled_job_runs;
