package id.pendopo.config.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.config.security.AccessRequests;
import id.pendopo.config.security.GrantRequest;
import id.pendopo.config.security.OneTimePassword;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.PersonRequest;
import id.pendopo.config.security.Role;
import id.pendopo.ticketing.IdempotencyKey;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST API of people, for keys of the role {@code admin}. A one-time password stands in the answer that drew it and in no other. */
@RestController
@RequestMapping(path = "/api/v1/people", produces = "application/json")
class PeopleApi {

    private static final int PAGE = 100;
    private static final String KEY = "Idempotency-Key";

    private final People people;
    private final AccessRequests requests;
    private final TransactionOperations transactions;

    PeopleApi(People people, AccessRequests requests, TransactionOperations transactions) {
        this.people = people;
        this.requests = requests;
        this.transactions = transactions;
    }

    /**
     * A page of people by log-in name, those who left as well.
     *
     * @param next give it as {@code after} to read on; left out on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<ApiPerson> people, Optional<String> next) {}

    /**
     * Somebody.
     *
     * @param unit a unit's key; left out: none was named
     * @param scope {@code own}, {@code unit}, {@code agency} or {@code all}
     * @param password the one-time password, where this call drew one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ApiPerson(
            String login,
            String name,
            List<String> roles,
            Optional<String> unit,
            String scope,
            boolean enabled,
            Optional<String> password) {

        static ApiPerson of(Person person, Optional<String> password) {
            return new ApiPerson(
                    person.login(),
                    person.name(),
                    person.grant().roles().all().stream().map(Role::key).toList(),
                    person.grant().unit(),
                    person.grant().scope().key(),
                    person.enabled(),
                    password);
        }

        @Override
        public String toString() {
            return "ApiPerson[" + login + "]";
        }
    }

    /**
     * Somebody new, or what is to change; what is left out stays.
     *
     * @param roles needed for somebody new
     * @param unit a unit's key; blank takes it away
     * @param scope left out or blank: the usual one for roles and unit
     * @param newPassword draws a one-time password for somebody known
     */
    record Wish(
            @NotBlank String login,
            Optional<String> name,
            Optional<List<String>> roles,
            Optional<String> unit,
            Optional<String> scope,
            Optional<Boolean> enabled,
            Optional<Boolean> newPassword,
            @Hidden @JsonAnySetter Map<String, Object> others) {

        PersonRequest request() {
            return new PersonRequest(
                    login, name, new GrantRequest(roles, unit, scope), enabled, newPassword.orElse(false));
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('admin')")
    Page list(@RequestParam Optional<String> after) {
        List<ApiPerson> found = people.all().stream()
                .filter(person -> after.isEmpty() || person.login().compareTo(after.get()) > 0)
                .limit(PAGE + 1)
                .map(person -> ApiPerson.of(person, Optional.empty()))
                .toList();
        return found.size() <= PAGE
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, PAGE), Optional.of(found.get(PAGE - 1).login()));
    }

    /** 201 with a one-time password for somebody new, 200 for somebody changed, or a call that was made before. */
    @PostMapping
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('admin')")
    ResponseEntity<ApiPerson> put(
            @RequestHeader(KEY) Optional<String> key, @Valid @RequestBody Wish wish, Principal program) {
        UnknownField.refuse(wish.others());
        PersonRequest request = wish.request();
        Optional<IdempotencyKey> once = IdempotencyKey.ofCall(key, program.getName(), "person", request.toString());
        Optional<OneTimePassword> drawn = people.drawFor(request);
        return Objects.requireNonNull(transactions.execute(_ -> {
            boolean isNew = people.find(wish.login()).isEmpty();
            boolean handedOut = requests.first(once) && people.apply(request, drawn, program.getName());
            Person person = people.find(wish.login()).orElseThrow();
            return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(ApiPerson.of(person, drawn.filter(_ -> handedOut).map(OneTimePassword::text)));
        }));
    }
}
