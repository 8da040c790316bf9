package id.pendopo.config.office;

import id.pendopo.config.security.FirstPage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Leads administrators of a production desk to its set-up, until it is done once. */
@Component
@Profile("production")
class SetUpFirst implements FirstPage {

    private final FirstSteps steps;

    /** Spares each page the questions; a node that starts asks again. */
    private final AtomicBoolean done = new AtomicBoolean();

    SetUpFirst(FirstSteps steps) {
        this.steps = steps;
    }

    @Override
    public Optional<String> of(Predicate<String> holds) {
        return holds.test("admin") && !isDone() ? Optional.of(StartPage.PATH) : Optional.empty();
    }

    private boolean isDone() {
        if (done.get()) {
            return true;
        }
        try {
            done.set(steps.now().done());
        } catch (DataAccessException away) {
            return true;
        }
        return done.get();
    }
}
