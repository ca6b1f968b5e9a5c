-- What the platform itself keeps. Jobs wait in graphile-worker's own schema, which the program may
-- not touch: it adds a job through this function, in the transaction that makes the job necessary.

CREATE FUNCTION add_job(job_name text, job_payload json, job_run_at timestamptz, job_key text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => job_name, payload => job_payload, run_at => job_run_at, job_key => add_job.job_key);
END $$;
REVOKE EXECUTE ON FUNCTION add_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_job TO gongkai_app;

-- A task writes its effect and this row in one transaction: after a kill it is not run a second time.
-- Not distributed: jobs live on the coordinator.
CREATE TABLE job_done (
  job_id  bigint PRIMARY KEY,
  done_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX job_done_at ON job_done (done_at);
GRANT SELECT, INSERT, DELETE ON job_done TO gongkai_app;
