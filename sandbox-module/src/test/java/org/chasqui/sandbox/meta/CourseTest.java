package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {

    @Test
    void normallySentThenDeliveredThenRead() {
        assertThat(Course.NORMAL.steps(Delays.HUMAN, Course.Kind.ORDINARY))
                .containsExactly(
                        new Course.Step(Status.SENT, 150, 1),
                        new Course.Step(Status.DELIVERED, 500, 1),
                        new Course.Step(Status.READ, 2_000, 1));
    }

    @Test
    void aReactionIsOnlySentAndAVoiceMessageIsPlayed() {
        assertThat(statuses(Course.NORMAL, Course.Kind.REACTION)).containsExactly(Status.SENT);
        assertThat(statuses(Course.NORMAL, Course.Kind.VOICE)).endsWith(Status.READ, Status.PLAYED);
    }

    @Test
    void reversedTellsReadFirst() {
        assertThat(statuses(Course.REVERSED, Course.Kind.ORDINARY))
                .containsExactly(Status.READ, Status.DELIVERED, Status.SENT);
    }

    @ParameterizedTest
    @EnumSource
    void everyCourseIsInTheOrderOfTime(Course course) {
        List<Course.Step> steps = course.steps(Delays.HUMAN, Course.Kind.VOICE);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).after())
                    .isGreaterThanOrEqualTo(steps.get(i - 1).after());
        }
    }

    private static List<Status> statuses(Course course, Course.Kind kind) {
        return course.steps(Delays.HUMAN, kind).stream()
                .map(Course.Step::status)
                .toList();
    }
}
