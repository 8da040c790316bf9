package id.pendopo.config.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.KeptTables;
import id.pendopo.ui.PackMessages;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The arrows between the modules, as the house plan draws them. */
@AnalyzeClasses(packages = "id.pendopo", importOptions = DoNotIncludeTests.class)
class ModuleTests {

    @ArchTest
    static final ArchRule theUiKitKnowsNobody =
            leaf("ui", "channels", "knowledge", "ticketing", "conversation", "config");

    @ArchTest
    static final ArchRule theConversationHasNoPages = noClasses()
            .that()
            .resideInAPackage("id.pendopo.conversation..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.pendopo.ui..")
                    .and(not(belongToAnyOf(CountryPack.class, PackMessages.class, KeptTables.class))))
            .because("of the UI kit the conversation knows a country's data and words alone");

    @ArchTest
    static final ArchRule channelsIsALeaf = leaf("channels", "knowledge", "ticketing", "conversation", "config");

    @ArchTest
    static final ArchRule knowledgeIsALeaf = leaf("knowledge", "channels", "ticketing", "conversation", "config");

    @ArchTest
    static final ArchRule ticketingIsALeaf = leaf("ticketing", "channels", "knowledge", "conversation", "config");

    @ArchTest
    static final ArchRule nobodyDependsOnConfig = leaf("conversation", "config");

    @ArchTest
    static final ArchRule noLineKnowsAnother = slices().matching("id.pendopo.channels.(*)..")
            .namingSlices("line $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("id.pendopo.channels.twilio"))
            .ignoreDependency(alwaysTrue(), resideInAPackage("id.pendopo.channels.meta"))
            .ignoreDependency(alwaysTrue(), resideInAPackage("id.pendopo.channels.texting"))
            .ignoreDependency(alwaysTrue(), resideInAPackage("id.pendopo.channels.adapter.."))
            .allowEmptyShould(true)
            .because(
                    "a channel never imports another channel; what adapters implement, text-message tools and a provider's signatures are none");

    @ArchTest
    static final ArchRule onlyRootPackagesAreUsedFromOutside = classes()
            .that(describe(
                    "live below a module's root package",
                    type -> type.getPackageName().matches("id\\.pendopo\\.[a-z]+\\..+")))
            .should(new OnlyUsedWithinItsModule());

    @ArchTest
    static final ArchRule theCoreOfTheConversationIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "id.pendopo.conversation.dialogue..",
                    "id.pendopo.conversation.understanding..",
                    "id.pendopo.conversation.engine..",
                    "id.pendopo.conversation.forms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule theRootOfTheConversationIsItsConfiguration = classes()
            .that()
            .resideInAPackage("id.pendopo.conversation")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .beAnnotatedWith(Configuration.class)
            .andShould()
            .notBePublic()
            .because("no other module uses the conversation: it implements what channels and ticketing ask for");

    @ArchTest
    static final ArchRule everyQueryGivesItsConnectionBack = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("a stream holds its connection until somebody closes it; a list does not");

    @ArchTest
    static final ArchRule whatIsLeftOutOfThePackedJarIsNotNeeded = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("com.twilio.rest..")
                    .and(not(resideInAnyPackage(
                            "com.twilio.rest.api",
                            "com.twilio.rest.api.v2010",
                            "com.twilio.rest.api.v2010.account",
                            "com.twilio.rest.api.v2010.account.message")))
                    .and(not(nameMatching("com\\.twilio\\.rest\\.messaging\\.v1\\.service\\.PhoneNumber.*")))
                    .or(resideInAnyPackage(
                            "com.twilio.jwt..",
                            "org.apache.hc..impl..",
                            "org.apache.hc..async..",
                            "org.apache.hc..nio..",
                            "org.apache.hc.core5.reactor..",
                            "org.apache.commons.compress.harmony..",
                            "org.apache.commons.compress.archivers.sevenz..",
                            "org.apache.lucene.analysis.en..",
                            "org.apache.lucene.analysis.hunspell..",
                            "org.apache.lucene.analysis.email..",
                            "org.tartarus..",
                            "opennlp.tools.formats..",
                            "opennlp.tools.cmdline..",
                            "opennlp.tools.parser..",
                            "opennlp.tools.stemmer..",
                            "org.springframework.data.redis.connection.jedis..",
                            "org.springframework.data.redis.repository..",
                            "org.springframework.data.repository..",
                            "org.springframework.security.web.server..",
                            "org.springframework.messaging.rsocket..",
                            "org.springframework.messaging.simp..",
                            "org.springframework.integration.codec.kryo..",
                            "org.apache.catalina.valves.rewrite..",
                            "io.netty.handler.traffic..",
                            "io.netty.handler.pcap..",
                            "io.netty.handler.ipfilter..",
                            "org.telegram..methods.forum..",
                            "org.telegram..methods.gifts..",
                            "org.telegram..methods.invoices..",
                            "org.telegram..methods.polls..",
                            "org.telegram..methods.managed..",
                            "org.telegram..methods.verification..",
                            "org.telegram..methods.stories..",
                            "org.telegram..methods.reactions..",
                            "org.telegram..methods.pinnedmessages..",
                            "org.telegram..methods.webapp..",
                            "org.telegram..methods.checklist..",
                            "org.telegram..methods.games..",
                            "org.telegram..methods.suggestedpost..",
                            "org.telegram..methods.description..",
                            "org.telegram..methods.menubutton..",
                            "org.telegram..methods.adminrights..",
                            "org.telegram..methods.boosts..",
                            "org.telegram..objects.inlinequery..",
                            "org.telegram..objects.passport.dataerror..",
                            "org.telegram..objects.payments.transactionpartner..",
                            "org.telegram..objects.payments.withdrawalstate..",
                            "kotlin..")))
            .because("the build packs its libraries without them");

    private static ArchRule leaf(String module, String... strangers) {
        String[] packages = java.util.Arrays.stream(strangers)
                .map(name -> "id.pendopo." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("id.pendopo." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    static String moduleOf(JavaClass type) {
        return type.getPackageName().split("\\.").length > 2
                ? type.getPackageName().split("\\.")[2]
                : "";
    }
}
