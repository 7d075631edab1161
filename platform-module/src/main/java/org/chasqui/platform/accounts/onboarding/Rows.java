package org.chasqui.platform.accounts.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** Rows of the onboarding's tables as records, and records as JSON columns. */
final class Rows {
    /** A row that another version has written may have members that this one does not know. */
    private static final ObjectMapper JSON =
            Json.mapper().copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Rows() {}

    static Run run(ResultSet row, List<StepView> steps) throws SQLException {
        return new Run(
                view(row, steps),
                row.getString("wanted_waba"),
                row.getString("wanted_number"),
                row.getString("code"),
                instant(row, "code_at"),
                row.getString("token"),
                row.getString("pin"));
    }

    private static OnboardingView view(ResultSet row, List<StepView> steps) throws SQLException {
        return new OnboardingView(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                OnboardingView.Method.valueOf(row.getString("method")),
                row.getObject("link_id", UUID.class),
                row.getString("started_by"),
                OnboardingState.valueOf(row.getString("state")),
                row.getBoolean("coexistence"),
                read(row.getString("facts"), Facts.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "finished_at"),
                instant(row, "next_at"),
                steps);
    }

    static StepView step(ResultSet row) throws SQLException {
        var status = row.getInt("http_status");
        var problem = row.getString("problem");
        return new StepView(
                Step.valueOf(row.getString("step")),
                StepState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("tries"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("request"),
                status == 0 ? null : status,
                row.getString("answer"),
                problem == null ? null : read(problem, Problem.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A column of an onboarding cannot be read", ours);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A part of an onboarding cannot be written", ours);
        }
    }
}
