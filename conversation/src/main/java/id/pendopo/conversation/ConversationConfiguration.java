package id.pendopo.conversation;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.engine.DialoguePolicy;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.facts.NluServices;
import id.pendopo.conversation.facts.TrainingSet;
import id.pendopo.conversation.floor.FloorProperties;
import id.pendopo.conversation.learning.CategoryExamples;
import id.pendopo.conversation.learning.Examination;
import id.pendopo.conversation.learning.Retraining;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.conversation.wording.AgentEventReplies;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.Phrases;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ui.CountryPack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FloorProperties.class)
class ConversationConfiguration {

    @Bean
    Languages languages(CountryPack pack) {
        return Languages.of(pack);
    }

    @Bean
    Wording wording(CountryPack pack, ChannelAccounts lines) {
        return Wording.shipped(pack, lines.kinds());
    }

    @Bean
    Phrasebook phrasebook(Phrases phrases) {
        return new Phrasebook(phrases);
    }

    /** What other packages of this module bring along is added in the order of the beans. */
    @Bean
    DialoguePolicy dialoguePolicy(
            CountryPack pack,
            Phrasebook phrasebook,
            FloorProperties floor,
            ObjectProvider<Contribution> contributions) {
        DialoguePolicy policy = DialoguePolicy.shipped(pack, phrasebook, floor);
        for (Contribution contribution : contributions.orderedStream().toList()) {
            policy = policy.with(contribution);
        }
        return policy;
    }

    @Bean
    Engine engine(DialoguePolicy policy) {
        return new Engine(policy);
    }

    @Bean
    NluServices understanding(KnowledgeBase knowledge, LanguageDetector languages, TextClassifier.Factory classifiers) {
        return NluServices.of(knowledge, languages, classifiers.create());
    }

    @Bean(initMethod = "begin")
    Retraining retraining(
            NluServices understanding,
            TextClassifier.Factory classifiers,
            Tickets tickets,
            CategoryExamples examples,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            @Value("${pendopo.workers:true}") boolean workers) {
        List<TextClassifier.Example> shipped = BundledModels.load().complaints();
        return new Retraining(
                understanding.categories(),
                new Examination(classifiers),
                () -> TrainingSet.of(tickets.categories(), shipped, examples.newest()),
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new),
                workers);
    }

    @Bean
    AgentEventReplies deskVoice(Wording wording) {
        return new AgentEventReplies(wording);
    }

    @Bean
    FactFinder factFinder(
            Engine engine,
            NluServices understanding,
            FactSources.TicketReader tickets,
            WorkingCalendar calendar,
            FactSources.AccessRules access,
            FactSources.TransferRules transfers,
            FactSources.AlarmReader alarms,
            FactSources.LineReader lines) {
        return new FactFinder(
                engine, understanding, new FactSources(tickets, calendar, access, transfers, alarms, lines));
    }
}
