package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.Rewording;
import id.pendopo.knowledge.answering.ShippedModels;
import id.pendopo.knowledge.text.Lexicon;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the rewording: a language model, or none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RewordingProperties.class)
class RewordingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RewordingConfiguration.class);

    @Bean
    Rewording rewording(
            RewordingProperties properties,
            LanguageDetector languages,
            Masking masking,
            ObjectProvider<MeterRegistry> meters) {
        return properties
                .address()
                .map(address ->
                        model(properties, address, languages, masking, meters.getIfAvailable(SimpleMeterRegistry::new)))
                .orElseGet(AsFound::new);
    }

    static Rewording model(
            RewordingProperties properties,
            URI address,
            LanguageDetector languages,
            Masking masking,
            MeterRegistry meters) {
        log.info("the model {} at {} may put answers into plainer words", properties.model(), address.getHost());
        return new ModelRewording(
                new ChatModel(properties, address),
                new Outgoing(ShippedModels.scope(), masking),
                new Faithfulness(new MeaningReader(Lexicon.shipped()), languages),
                meters);
    }

    /** A desk without a model. */
    private record AsFound() implements Rewording {

        @Override
        public boolean allowed(Found found, Form form) {
            return false;
        }

        @Override
        public Found plainer(Found found, String question, Form form) {
            return found;
        }
    }
}
