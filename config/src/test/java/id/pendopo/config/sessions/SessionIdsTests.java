package id.pendopo.config.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionIdsTests {

    /** The column is a {@code char(36)}, which would fill up what is shorter. */
    @Test
    void fillTheirColumnAndAreNeverTheSame() {
        SessionIds ids = new SessionIds();

        assertThat(Stream.generate(ids::generate).limit(1000))
                .allSatisfy(id -> assertThat(id).matches("[A-Za-z0-9_-]{36}"))
                .doesNotHaveDuplicates();
    }
}
