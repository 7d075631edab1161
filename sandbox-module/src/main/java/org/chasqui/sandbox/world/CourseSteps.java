package org.chasqui.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.sandbox.meta.Course;
import org.chasqui.sandbox.meta.Delays;

/** Shares the lists of steps: nearly all messages take one of a few courses. */
final class CourseSteps {

    private static final int MANY = 1_000;
    private static final Map<Key, List<Course.Step>> SHARED = new ConcurrentHashMap<>();

    private CourseSteps() {}

    private record Key(Course course, Delays delays, Course.Kind kind) {}

    static List<Course.Step> of(Course course, Delays delays, Course.Kind kind) {
        if (SHARED.size() > MANY) {
            SHARED.clear();
        }
        return SHARED.computeIfAbsent(
                new Key(course, delays, kind), key -> List.copyOf(key.course().steps(key.delays(), key.kind())));
    }
}
