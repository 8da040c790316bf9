package id.pendopo.config.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.config.database.EmbeddedPostgres;
import id.pendopo.config.security.AccessRefused.Reason;
import id.pendopo.config.security.factor.FactorPolicy;
import id.pendopo.config.security.factor.Factors;
import id.pendopo.config.security.factor.GivenFactors;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.passkeys.PasskeysOf;
import id.pendopo.config.sessions.Sessions;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.CountryPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules for accounts and keys, on a database of their own. */
class PeopleTests {

    private static final String BY = "dewi";
    private static final GivenFactors PASSWORD = new GivenFactors(Set.of("FACTOR_PASSWORD"));

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final List<Change> changes = new ArrayList<>();
    private final KnownAgents agents = new KnownAgents();
    private final PasswordEncoder encoder =
            new Pbkdf2PasswordEncoder("", 8, 10, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    private final PersonRecords records = new PersonRecords(jdbc);
    private final People people = new People(
            records,
            encoder,
            new Sessions(jdbc, _ -> {}),
            agents,
            PasskeysOf.desk(jdbc),
            changes::add,
            CountryPack.of("id"),
            new TransactionTemplate(new DataSourceTransactionManager(new DriverManagerDataSource(postgres.url()))));
    private final ApiKeys keys = new ApiKeys(jdbc, records, agents, changes::add);
    private final SecondFactors factors = Factors.of(jdbc, folder, new DriverManagerDataSource(postgres.url()));
    private final Users users = new Users(jdbc, factors, FactorPolicy.REQUIRED);
    private final Users lenient = new Users(jdbc, factors, FactorPolicy.OFFERED);

    @BeforeAll
    static void makeTables() {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        DataSource database = new DriverManagerDataSource(postgres.url());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/config")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void anOffice() {
        jdbc.sql("truncate app_user, api_key, second_factor, second_factor_recovery")
                .update();
        add("dewi", Roles.of(Role.ADMIN), Optional.empty());
        changes.clear();
    }

    @Test
    void whoWorksTicketsIsMadeKnownToTheDesk() {
        add("ani", Roles.of(Role.AGENT), Optional.of("dinas-pupr"));
        add("citra", Roles.of(Role.EDITOR), Optional.empty());

        assertThat(agents.find("ani")).contains(new Agent("ani", "ani", "dinas-pupr", Scope.UNIT));
        assertThat(agents.reach("citra")).isEmpty();
    }

    @Test
    void theDeskKnowsWhoSupervisesAlsoOfAccountsOfAnOlderVersion() {
        add("ani", Roles.of(Role.AGENT), Optional.of("dinas-pupr"));
        add("budi", Roles.of(Role.SUPERVISOR), Optional.of("dinas-pupr"));
        assertThat(agents.find("ani").orElseThrow().supervises()).isFalse();
        assertThat(agents.find("budi").orElseThrow().supervises()).isTrue();
        assertThat(agents.find("dewi").orElseThrow().supervises()).isFalse();

        agents.put(new Agent("budi", "budi", "dinas-pupr", Scope.AGENCY));
        people.makeSupervisorsKnown();

        assertThat(agents.find("budi").orElseThrow().supervises()).isTrue();
        assertThat(agents.find("ani").orElseThrow().supervises()).isFalse();
    }

    @Test
    void whoIsDisabledIsNoAgentAndMayDoNothing() {
        Person ani = add("ani", Roles.of(Role.AGENT), Optional.empty());

        people.change(new Person("ani", "Ani", ani.grant(), false), BY);

        assertThat(agents.find("ani")).isEmpty();
        assertThat(users.authorities("ani", PASSWORD)).isEmpty();
        assertThat(users.loadUserByUsername("ani").isEnabled()).isFalse();
    }

    @Test
    void theLastAdministratorIsNeitherDisabledNorDemoted() {
        Person dewi = people.find("dewi").orElseThrow();
        Grant agent = Grant.usual(Roles.of(Role.AGENT), Optional.empty());

        refused(Reason.LAST_ADMINISTRATOR, () -> people.change(new Person("dewi", "D", dewi.grant(), false), BY));
        refused(Reason.LAST_ADMINISTRATOR, () -> people.change(new Person("dewi", "D", agent), BY));

        add("eka", Roles.of(Role.AGENT, Role.ADMIN), Optional.empty());
        people.change(new Person("dewi", "D", agent), BY);
        assertThat(people.hasAdministrator()).isTrue();
    }

    @Test
    void aHandedOutPasswordOpensOnlyTheChoiceOfOnesOwn() {
        add("ani", Roles.of(Role.AGENT), Optional.empty());
        assertThat(users.authorities("ani", PASSWORD)).containsExactly("password:choose");

        people.choosePassword("ani", "sandi-pilihan", "");

        assertThat(users.authorities("ani", PASSWORD)).contains("desk:reply").doesNotContain("password:choose");
        assertThat(people.isPassword("ani", "sandi-pilihan")).isTrue();
    }

    @Test
    void aHandedOutPasswordIsOverAfterOneUseOrThreeDays() {
        add("ani", Roles.of(Role.AGENT), Optional.empty());
        add("budi", Roles.of(Role.AGENT), Optional.empty());
        assertThat(details("ani").isCredentialsNonExpired()).isTrue();
        assertThat(users.useUp("ani")).isTrue();
        assertThat(users.useUp("ani")).isFalse();
        jdbc.sql("update app_user set one_time_until = one_time_until - interval '72 hours' where login = 'budi'")
                .update();

        assertThat(details("ani").isCredentialsNonExpired()).isFalse();
        assertThat(details("budi").isCredentialsNonExpired()).isFalse();
        people.resetPassword("ani", people.draw(), BY);
        assertThat(details("ani").isCredentialsNonExpired()).isTrue();
    }

    @Test
    void whoAdministersOrSupervisesSetsUpASecondFactorBeforeAnythingOpens() {
        for (Role role : List.of(Role.ADMIN, Role.SUPERVISOR)) {
            own(role.key(), role);
            assertThat(users.authorities(role.key(), PASSWORD)).containsExactly("factor:set-up");
            assertThat(lenient.authorities(role.key(), PASSWORD)).contains("desk:supervise", "account");
        }
        for (Role role : List.of(Role.AGENT, Role.EDITOR)) {
            own(role.key(), role);
            assertThat(users.authorities(role.key(), PASSWORD)).contains("account");
        }
    }

    @Test
    void whoHasASecondFactorGivesItBeforeAnythingOpens() {
        own("ani", Role.AGENT);
        Factors.setUp(factors, "ani");

        for (Users office : List.of(users, lenient)) {
            assertThat(office.authorities("ani", PASSWORD)).containsExactly("factor:give");
            assertThat(office.authorities("ani", PASSWORD.and(GivenFactors.CODE)))
                    .contains("desk:read")
                    .doesNotContain("factor:give");
        }
    }

    @Test
    void aHandedOutPasswordDoesNotGoAroundTheSecondFactor() {
        add("ani", Roles.of(Role.ADMIN), Optional.empty());
        Factors.setUp(factors, "ani");

        assertThat(users.authorities("ani", PASSWORD)).containsExactly("factor:give");
        assertThat(users.authorities("ani", PASSWORD.and(GivenFactors.CODE))).containsExactly("password:choose");
        factors.takeOff("ani", BY);
        assertThat(users.authorities("ani", PASSWORD)).containsExactly("password:choose");
    }

    @Test
    void anOwnPasswordWorksEveryDay() {
        add("ani", Roles.of(Role.AGENT), Optional.empty());
        people.choosePassword("ani", "sandi-pilihan", "");

        assertThat(users.useUp("ani")).isTrue();
        assertThat(users.useUp("ani")).isTrue();
        assertThat(details("ani").isCredentialsNonExpired()).isTrue();
    }

    @Test
    void whatIsWrongIsNamed() {
        Grant agent = Grant.usual(Roles.of(Role.AGENT), Optional.empty());
        Grant elsewhere = Grant.usual(Roles.of(Role.AGENT), Optional.of("dinas-sihir"));
        Grant nowhere = new Grant(Roles.of(Role.AGENT), Optional.empty(), Scope.UNIT);

        refused(Reason.LOGIN, () -> people.add(new Person("Bu Ani", "Ani", agent), people.draw(), BY));
        refused(Reason.NAME, () -> people.add(new Person("ani", " ", agent), people.draw(), BY));
        refused(Reason.UNIT, () -> people.add(new Person("ani", "Ani", elsewhere), people.draw(), BY));
        refused(Reason.SCOPE_OF_NOTHING, () -> people.add(new Person("ani", "Ani", nowhere), people.draw(), BY));
        refused(Reason.TAKEN, () -> people.add(new Person("dewi", "Dewi", agent), people.draw(), BY));
        refused(Reason.ABSENT, () -> people.change(new Person("nobody", "Nobody", agent), BY));
        assertThat(changes).isEmpty();
    }

    @Test
    void aPersonAndAProgramNeverShareAName() {
        Grant agent = Grant.usual(Roles.of(Role.AGENT), Optional.empty());
        keys.issue("loket", agent, BY);

        refused(Reason.TAKEN, () -> people.add(new Person("loket", "Loket", agent), people.draw(), BY));
        refused(Reason.TAKEN, () -> keys.issue("dewi", agent, BY));
    }

    @Test
    void aKeyReachesAsFarAsItsGrant() {
        String key = keys.issue("loket", Grant.usual(Roles.of(Role.AGENT), Optional.of("dinas-pupr")), BY);

        assertThat(agents.reach("loket")).contains(new Reach(Optional.of("dinas-pupr"), Scope.UNIT));
        assertThat(keys.ofKey(key).orElseThrow().label()).isEqualTo("loket");
        assertThat(keys.find("loket").orElseThrow().used()).isPresent();
        refused(
                Reason.SCOPE_OF_PROGRAM,
                () -> keys.issue("own", new Grant(Roles.of(Role.AGENT), Optional.empty(), Scope.OWN), BY));

        keys.revoke("loket", BY);
        assertThat(keys.ofKey(key)).isEmpty();
        assertThat(agents.reach("loket")).isEmpty();
    }

    @Test
    void aKeyThatIsOlderThanScopesIsMadeKnown() {
        jdbc.sql("insert into api_key (label, role, hash) values ('figures', 'agent', '-')")
                .update();

        keys.makeKnown();

        assertThat(agents.reach("figures")).contains(new Reach(Optional.empty(), Scope.ALL));
    }

    @Test
    void changesAreWrittenDownWithWhatWasBefore() {
        Person ani = add("ani", Roles.of(Role.AGENT), Optional.empty());
        people.change(ani, BY);
        people.change(
                new Person("ani", "Ani", Grant.usual(Roles.of(Role.AGENT, Role.EDITOR), Optional.of("dinas-pupr"))),
                BY);

        assertThat(changes).hasSize(2);
        Change last = changes.getLast();
        assertThat(last.actor()).isEqualTo(BY);
        assertThat(last.before())
                .containsEntry("config.people.roles", "agent")
                .containsEntry("config.people.scope", "all");
        assertThat(last.after())
                .containsEntry("config.people.roles", "agent,editor")
                .containsEntry("config.people.unit", "dinas-pupr")
                .containsEntry("config.people.scope", "unit");
    }

    private Person add(String login, Roles roles, Optional<String> unit) {
        Person person = new Person(login, login, Grant.usual(roles, unit));
        people.add(person, people.draw(), BY);
        return person;
    }

    private void own(String login, Role role) {
        add(login, Roles.of(role), Optional.empty());
        people.choosePassword(login, "sandi-pilihan", "");
    }

    private UserDetails details(String login) {
        return users.loadUserByUsername(login);
    }

    private static void refused(Reason reason, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        AccessRefused.class, why -> assertThat(why.reason()).isEqualTo(reason));
    }
}
