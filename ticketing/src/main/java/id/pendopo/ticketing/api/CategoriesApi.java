package id.pendopo.ticketing.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.organisation.CategoryRecords.Entry;
import id.pendopo.ticketing.settings.CategorySettings;
import id.pendopo.ticketing.settings.CategoryWish;
import id.pendopo.ticketing.settings.RecordedChanges;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The REST API of categories, for keys of the role {@code admin}. */
@RestController
@RequestMapping(path = "/api/v1/categories", produces = "application/json")
class CategoriesApi {

    private final CategorySettings settings;
    private final RecordedChanges changes;

    CategoriesApi(CategorySettings settings, RecordedChanges changes) {
        this.settings = settings;
        this.changes = changes;
    }

    /** Every category in the order in which citizens read them, those that are switched off among them. */
    record Categories(List<ApiCategory> categories) {}

    /**
     * A category.
     *
     * @param promise working days; left out: what its unit promises
     * @param danger of what somebody is in danger; left out: of nothing
     * @param active whether citizens can choose it
     * @param version name it in a change, which is then refused if somebody else was faster
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ApiCategory(
            String key,
            Map<String, String> names,
            String unit,
            TicketType type,
            Visibility visibility,
            Optional<Integer> promise,
            Optional<Danger> danger,
            List<String> examples,
            boolean active,
            int version) {

        static ApiCategory of(Entry entry, int version) {
            Category category = entry.category();
            return new ApiCategory(
                    category.key(),
                    category.names().texts(),
                    category.unit(),
                    category.type(),
                    entry.visibility(),
                    entry.promise(),
                    category.danger(),
                    category.examples(),
                    entry.active(),
                    version);
        }
    }

    /**
     * A new category, or what is to change; what is left out stays.
     *
     * @param promise working days; 0: what its unit promises
     * @param danger blank: of nothing
     * @param version left out: whatever it is now
     */
    record Wish(
            @NotBlank String key,
            Optional<Map<String, String>> names,
            Optional<String> unit,
            Optional<String> type,
            Optional<String> visibility,
            Optional<Integer> promise,
            Optional<String> danger,
            Optional<List<String>> examples,
            Optional<Boolean> active,
            Optional<Integer> version,
            @Hidden @JsonAnySetter Map<String, Object> others) {

        CategoryWish over(CategoryWish before) {
            return new CategoryWish(
                    key,
                    names.orElse(before.names()),
                    unit.orElse(before.unit()),
                    type.orElse(before.type()),
                    visibility.orElse(before.visibility()),
                    promise.map(days -> days == 0 ? "" : String.valueOf(days)).orElse(before.promise()),
                    danger.map(String::strip).orElse(before.danger()),
                    examples.orElse(before.examples()),
                    active.orElse(before.active()));
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('admin')")
    Categories list() {
        return new Categories(settings.all().stream()
                .map(entry ->
                        ApiCategory.of(entry, settings.version(entry.category().key())))
                .toList());
    }

    /** 201 for a new category, 200 for one that was changed, or a call that was made before. */
    @PostMapping
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('admin')")
    ResponseEntity<ApiCategory> put(
            @RequestHeader("Idempotency-Key") Optional<String> key, @Valid @RequestBody Wish wish, Principal program) {
        UnknownSetting.refuse(wish.others());
        Optional<Entry> before = settings.find(wish.key());
        changes.once(
                "category",
                IdempotencyKey.ofCall(key, program.getName(), "category", wish.toString()),
                () -> carryOut(wish, before, program.getName()));
        Entry now = settings.find(wish.key()).orElseThrow();
        return ResponseEntity.status(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ApiCategory.of(now, settings.version(wish.key())));
    }

    private void carryOut(Wish wish, Optional<Entry> before, String by) {
        if (before.isPresent()) {
            int seen = wish.version().orElseGet(() -> settings.version(wish.key()));
            settings.change(wish.over(CategoryWish.of(before.get())), seen, by);
        } else {
            settings.add(wish.over(CategoryWish.BLANK), by);
        }
    }
}
