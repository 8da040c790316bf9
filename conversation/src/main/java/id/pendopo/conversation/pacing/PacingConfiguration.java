package id.pendopo.conversation.pacing;

import id.pendopo.channels.Limits;
import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Pace;
import id.pendopo.conversation.facts.FactSources;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of pacing: the limits, each of which a line may have for itself, and who keeps them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PacingProperties.class)
class PacingConfiguration {

    private static final String SAME_TEXT = "same-text";
    private static final String SAME_WORD = "same-word";
    private static final String IN_A_ROW = "in-a-row";
    private static final String RIGHT_BEHIND = "right-behind";
    private static final String PAID_ANSWERS = "paid-answers";

    /** A ceiling for programs, so that "never" can be set. */
    private static final int MOST = 1_000_000;

    private static final Duration SLOWEST = Duration.ofHours(1);

    /** Behind all that is decided, before what was tried is counted, which counts also for who is not answered. */
    @Bean
    Contribution loopGuard() {
        return new Contribution.OfFinisher("loop guard", "tries", new LoopGuard());
    }

    /** Ahead of it: who is not answered because of the line is no loop. */
    @Bean
    Contribution lineGuard() {
        return new Contribution.OfFinisher("line guard", "loop guard", new LineGuard());
    }

    @Bean
    Limits.Adjustable sameText(PacingProperties standard) {
        return limit(SAME_TEXT, standard.sameText());
    }

    @Bean
    Limits.Adjustable sameWord(PacingProperties standard) {
        return limit(SAME_WORD, standard.sameWord());
    }

    @Bean
    Limits.Adjustable inARow(PacingProperties standard) {
        return limit(IN_A_ROW, standard.inARow());
    }

    @Bean
    Limits.Adjustable rightBehind(PacingProperties standard) {
        return new Limits.Adjustable(
                RIGHT_BEHIND,
                label(RIGHT_BEHIND),
                standard.rightBehind().toSeconds(),
                0,
                Math.max(SLOWEST.toSeconds(), standard.rightBehind().toSeconds()),
                true);
    }

    @Bean
    Limits.Adjustable paidAnswers(PacingProperties standard) {
        return limit(PAID_ANSWERS, standard.paidAnswers());
    }

    private static Limits.Adjustable limit(String name, int standard) {
        return new Limits.Adjustable(name, label(name), standard, 1, Math.max(MOST, standard), true);
    }

    private static String label(String name) {
        return "limits." + name;
    }

    @Bean
    FactSources.LineReader lineReader(Limits.ReplyPolicy policy, Limits.Values limits) {
        return citizen -> new Facts.Line(policy.of(citizen), pace(limits, citizen.account()));
    }

    private static Pace.Limits pace(Limits.Values limits, String account) {
        return new Pace.Limits(
                (int) limits.of(SAME_TEXT, account),
                (int) limits.of(SAME_WORD, account),
                (int) limits.of(IN_A_ROW, account),
                Duration.ofSeconds(limits.of(RIGHT_BEHIND, account)),
                (int) limits.of(PAID_ANSWERS, account));
    }
}
