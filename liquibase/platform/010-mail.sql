--liquibase formatted sql

--changeset platform:090
create table platform.mail_queue (
  like platform.tenant_row including all,
  recipient         text not null check (length(recipient) <= 320),
  subject           text not null check (length(subject) <= 255),
  content_encrypted text not null check (length(content_encrypted) <= 25000000),
  state             text not null default 'pending' check (state in ('pending', 'sending', 'failed')),
  attempt_count     integer not null default 0 check (attempt_count >= 0),
  next_attempt_at   timestamptz not null,
  claimed_by        text check (length(claimed_by) <= 100),
  claimed_until     timestamptz,
  last_error        text check (length(last_error) <= 2000)
);
create index mail_queue_state_idx on platform.mail_queue (organization_id, state, next_attempt_at);
-- For the kernel, which looks for what is due over all organizations, and for what failed.
create index mail_queue_due_idx on platform.mail_queue (next_attempt_at) where state in ('pending', 'sending');
create index mail_queue_failed_idx on platform.mail_queue (updated_at) where state = 'failed';
call platform.protect('platform.mail_queue');
call platform.open_to_kernel('platform.mail_queue');
comment on table platform.mail_queue is 'Mails until they are handed over; what they say is encrypted, since it may hold tokens';
--rollback drop table platform.mail_queue;
