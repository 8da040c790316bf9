package id.pendopo.ui;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The country pack of an application, as {@code pendopo.pack} chooses it, and its words over those of the software. */
@AutoConfiguration(before = MessageSourceAutoConfiguration.class)
class CountryPackConfiguration {

    @Bean
    CountryPack countryPack(Environment environment) {
        return CountryPack.of(environment.getProperty(CountryPack.SETTING, CountryPack.SHIPPED));
    }

    @Bean
    MessageSource messageSource(CountryPack pack, @Value("${spring.messages.basename:messages}") List<String> bundles) {
        return new PackMessages(pack, bundles);
    }

    /** Says in a sentence, instead of a stack trace, what is wrong with the pack. */
    static final class Analyzer extends AbstractFailureAnalyzer<CountryPackRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, CountryPackRefused refused) {
            return new FailureAnalysis("" + refused.getMessage(), refused.remedy(), refused);
        }
    }
}
