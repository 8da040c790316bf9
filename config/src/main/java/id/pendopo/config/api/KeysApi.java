package id.pendopo.config.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.config.security.AccessRequests;
import id.pendopo.config.security.ApiKey;
import id.pendopo.config.security.ApiKeys;
import id.pendopo.config.security.Grant;
import id.pendopo.config.security.GrantRequest;
import id.pendopo.config.security.Role;
import id.pendopo.ticketing.IdempotencyKey;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RestController;

/** The REST API of API keys, for keys of the role {@code admin}. A key stands in the answer that drew it and in no other. */
@RestController
@RequestMapping(path = "/api/v1/keys", produces = "application/json")
class KeysApi {

    private static final String KEY = "Idempotency-Key";

    private final ApiKeys keys;
    private final AccessRequests requests;
    private final TransactionOperations transactions;

    KeysApi(ApiKeys keys, AccessRequests requests, TransactionOperations transactions) {
        this.keys = keys;
        this.requests = requests;
        this.transactions = transactions;
    }

    record Listed(List<ApiKeyEntry> keys) {}

    /**
     * A program's key.
     *
     * @param used when it was last used, to the minute; left out: never
     * @param key the key itself, where this call drew it
     * @param revoked true once it opens nothing any more
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ApiKeyEntry(
            String name,
            List<String> roles,
            Optional<String> unit,
            String scope,
            Optional<Instant> issued,
            Optional<Instant> used,
            Optional<String> key,
            boolean revoked) {

        static ApiKeyEntry of(ApiKey stored, Optional<String> key, boolean revoked) {
            Grant grant = stored.grant();
            return new ApiKeyEntry(
                    stored.label(),
                    grant.roles().all().stream().map(Role::key).toList(),
                    grant.unit(),
                    grant.scope().key(),
                    Optional.of(stored.issued()),
                    stored.used(),
                    key,
                    revoked);
        }

        @Override
        public String toString() {
            return "ApiKeyEntry[" + name + "]";
        }
    }

    /**
     * A key to issue, or to revoke.
     *
     * @param name of the program; a key that has it already is replaced
     * @param roles needed for a new one
     * @param scope {@code unit}, {@code agency} or {@code all}; left out or blank: the usual one
     * @param revoke ends the key of that name
     */
    record Wish(
            @NotBlank String name,
            Optional<List<String>> roles,
            Optional<String> unit,
            Optional<String> scope,
            Optional<Boolean> revoke,
            @Hidden @JsonAnySetter Map<String, Object> others) {}

    @GetMapping
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('admin')")
    Listed list() {
        return new Listed(keys.all().stream()
                .map(key -> ApiKeyEntry.of(key, Optional.empty(), false))
                .toList());
    }

    /** 201 with the key, 200 for one that is revoked, or a call that was made before. */
    @PostMapping
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('admin')")
    ResponseEntity<ApiKeyEntry> put(
            @RequestHeader(KEY) Optional<String> key, @Valid @RequestBody Wish wish, Principal program) {
        UnknownField.refuse(wish.others());
        Optional<IdempotencyKey> once = IdempotencyKey.ofCall(key, program.getName(), "key", wish.toString());
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!requests.first(once)) {
                return ResponseEntity.ok(again(wish));
            }
            return wish.revoke().orElse(false)
                    ? ResponseEntity.ok(revoked(wish, program.getName()))
                    : ResponseEntity.status(HttpStatus.CREATED).body(issued(wish, program.getName()));
        }));
    }

    private ApiKeyEntry issued(Wish wish, String by) {
        Optional<ApiKey> before = keys.find(wish.name());
        Grant grant = new GrantRequest(wish.roles(), wish.unit(), wish.scope()).of(before.map(ApiKey::grant));
        String key = keys.issue(wish.name(), grant, by);
        return ApiKeyEntry.of(keys.find(wish.name()).orElseThrow(), Optional.of(key), false);
    }

    private ApiKeyEntry revoked(Wish wish, String by) {
        return ApiKeyEntry.of(keys.revoke(wish.name(), by), Optional.empty(), true);
    }

    /** As it stands; it is gone when that was what the call asked for, or somebody did it since. */
    private ApiKeyEntry again(Wish wish) {
        return keys.find(wish.name())
                .map(key -> ApiKeyEntry.of(key, Optional.empty(), false))
                .orElseGet(() -> new ApiKeyEntry(
                        wish.name(),
                        List.of(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true));
    }
}
