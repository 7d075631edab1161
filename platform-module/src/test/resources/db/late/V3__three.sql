create table late_three (id integer);
