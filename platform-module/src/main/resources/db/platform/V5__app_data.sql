-- A number of the WhatsApp Business app brings its contacts and its history along: one more step, after the number is ready.
alter table plt_onboarding_step drop constraint plt_onboarding_step_step_check;
alter table plt_onboarding_step add constraint plt_onboarding_step_step_check
    check (step in ('WINDOW', 'EXCHANGE', 'INSPECT', 'FIND', 'SUBSCRIBE', 'CALLBACK', 'REGISTER', 'READY', 'SYNC'));
