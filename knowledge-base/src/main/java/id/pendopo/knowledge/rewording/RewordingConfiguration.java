package id.pendopo.knowledge.rewording;

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
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Bean configuration of the rewording: a language model, or none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RewordingProperties.class)
class RewordingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RewordingConfiguration.class);

    @Bean
    @Conditional(ModelIsNamed.class)
    Rewording rewording(
            RewordingProperties properties,
            LanguageDetector languages,
            Masking masking,
            ObjectProvider<MeterRegistry> meters) {
        URI address = properties.address().orElseThrow();
        return model(properties, address, languages, masking, meters.getIfAvailable(SimpleMeterRegistry::new));
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

    /** Without an address nothing is ever reworded, and nobody asks whether it is. */
    static final class ModelIsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty(RewordingProperties.PREFIX + "url"));
        }
    }
}
