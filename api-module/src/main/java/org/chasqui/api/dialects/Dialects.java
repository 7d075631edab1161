package org.chasqui.api.dialects;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All dialects, and which of them an address belongs to. */
@ApplicationScoped
public class Dialects {
    @Inject
    @Any
    Instance<Dialect> beans;

    private List<Dialect> all = List.of();

    @PostConstruct
    void gather() {
        // Once: every request to the product asks here.
        serve(beans.stream().toList());
    }

    void serve(List<Dialect> dialects) {
        all = dialects;
    }

    /** Whether a request is a dialect's matter, also what is wrong with it. */
    public boolean claim(HttpServletRequest request) {
        var path = Paths.of(request);
        return path.isPresent() && claiming(path.get()) != null;
    }

    /** The dialect of a path; null when it is nobody's. */
    @Nullable
    Dialect claiming(String path) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).claims(path)) {
                return all.get(i);
            }
        }
        return null;
    }
}
