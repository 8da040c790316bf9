package id.pendopo.config.pace;

import id.pendopo.channels.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the public forms' adjustable limits. */
@Configuration(proxyBeanMethods = false)
class PaceLimits {

    @Bean
    Limits.Adjustable pacedAnswers() {
        return limit(FormPace.ANSWERS, 300);
    }

    @Bean
    Limits.Adjustable pacedReportsOfANetwork() {
        return limit(FormPace.REPORTS, 10);
    }

    @Bean
    Limits.Adjustable pacedReportsOfAVisitor() {
        return limit(FormPace.OWN_REPORTS, 5);
    }

    @Bean
    Limits.Adjustable pacedOpinionsOfANetwork() {
        return limit(FormPace.OPINIONS, 30);
    }

    private static Limits.Adjustable limit(String name, int standard) {
        return new Limits.Adjustable(name, "limits." + name, standard, 1, 100_000, false);
    }
}
