package id.pendopo.knowledge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.cli.AnswerFigures.Asked;
import id.pendopo.knowledge.search.Judgement.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFiguresTests {

    private static Asked asked(boolean twice, int milliseconds) {
        return new Asked("id", true, 1, 0.9, Outcome.ANSWER, true, twice, milliseconds * 1_000_000L);
    }

    @Test
    void tellsWhatASecondLookCosts() {
        assertThat(AnswerFigures.of(List.of(asked(false, 2), asked(true, 9), asked(false, 4), asked(true, 7))))
                .containsEntry("looked_twice", 0.5)
                .containsEntry("p50_ms_once", 4.0)
                .containsEntry("p95_ms_once", 4.0)
                .containsEntry("p50_ms_twice", 9.0)
                .containsEntry("p95_ms_twice", 9.0);
    }

    @Test
    void tellsNoTimesOfNothing() {
        assertThat(AnswerFigures.of(List.of())).containsEntry("p95_ms_twice", 0.0);
    }
}
