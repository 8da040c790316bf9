package id.pendopo.ticketing.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ticketing.settings.OpeningHours;
import id.pendopo.ticketing.settings.RecordedChanges;
import id.pendopo.ticketing.settings.UnitSettings;
import id.pendopo.ticketing.settings.UnitWish;
import id.pendopo.ui.CountryPack;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.time.DayOfWeek;
import java.util.EnumMap;
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

/** The REST API of units, for keys of the role {@code admin}. */
@RestController
@RequestMapping(path = "/api/v1/units", produces = "application/json")
class UnitsApi {

    private final UnitSettings settings;
    private final RecordedChanges changes;
    private final CountryPack pack;

    UnitsApi(UnitSettings settings, RecordedChanges changes, CountryPack pack) {
        this.settings = settings;
        this.changes = changes;
        this.pack = pack;
    }

    /** Every unit, those that are switched off among them. */
    record Units(List<ApiUnit> units) {}

    /**
     * A unit.
     *
     * @param hours by weekday, {@code ["07:30-12:00", "13:00-16:00"]}
     * @param promises working days by type
     * @param active whether it gets new tickets
     * @param version name it in a change, which is then refused if somebody else was faster
     */
    record ApiUnit(
            String key,
            Map<String, String> names,
            String zone,
            String address,
            String phone,
            Map<DayOfWeek, List<String>> hours,
            Map<TicketType, Integer> promises,
            boolean active,
            int version) {

        static ApiUnit of(Unit unit, int version) {
            Map<DayOfWeek, List<String>> hours = new EnumMap<>(DayOfWeek.class);
            OpeningHours.written(unit.shifts()).forEach((day, spans) -> hours.put(day, List.of(spans.split(", "))));
            return new ApiUnit(
                    unit.key(),
                    unit.names().texts(),
                    unit.zone().getId(),
                    unit.contact().address(),
                    unit.contact().phone(),
                    hours,
                    new EnumMap<>(unit.promises()),
                    unit.active(),
                    version);
        }
    }

    /**
     * A new unit, or what is to change; what is left out stays.
     *
     * @param version left out: whatever it is now
     */
    record Wish(
            @NotBlank String key,
            Optional<Map<String, String>> names,
            Optional<String> zone,
            Optional<String> address,
            Optional<String> phone,
            Optional<Map<DayOfWeek, List<String>>> hours,
            Optional<Map<TicketType, Integer>> promises,
            Optional<Boolean> active,
            Optional<Integer> version,
            @Hidden @JsonAnySetter Map<String, Object> others) {

        UnitWish over(UnitWish before) {
            Map<DayOfWeek, String> open = new EnumMap<>(DayOfWeek.class);
            hours.ifPresent(days -> days.forEach((day, spans) -> open.put(day, String.join(", ", spans))));
            Map<TicketType, String> days = new EnumMap<>(TicketType.class);
            days.putAll(before.promises());
            promises.ifPresent(given -> given.forEach((type, number) -> days.put(type, String.valueOf(number))));
            return new UnitWish(
                    key,
                    names.orElse(before.names()),
                    zone.orElse(before.zone()),
                    hours.isPresent() ? open : before.hours(),
                    days,
                    address.orElse(before.address()),
                    phone.orElse(before.phone()),
                    active.orElse(before.active()));
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('admin')")
    Units list() {
        return new Units(settings.all().stream()
                .map(unit -> ApiUnit.of(unit, settings.version(unit.key())))
                .toList());
    }

    /** 201 for a new unit, 200 for one that was changed, or a call that was made before. */
    @PostMapping
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('admin')")
    ResponseEntity<ApiUnit> put(
            @RequestHeader("Idempotency-Key") Optional<String> key, @Valid @RequestBody Wish wish, Principal program) {
        UnknownSetting.refuse(wish.others());
        Optional<Unit> before = settings.find(wish.key());
        changes.once(
                "unit",
                IdempotencyKey.ofCall(key, program.getName(), "unit", wish.toString()),
                () -> carryOut(wish, before, program.getName()));
        Unit now = settings.find(wish.key()).orElseThrow();
        return ResponseEntity.status(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ApiUnit.of(now, settings.version(now.key())));
    }

    private void carryOut(Wish wish, Optional<Unit> before, String by) {
        if (before.isPresent()) {
            int seen = wish.version().orElseGet(() -> settings.version(wish.key()));
            settings.change(wish.over(UnitWish.of(before.get())), seen, by);
        } else {
            settings.add(
                    wish.over(
                            new UnitWish(wish.key(), Map.of(), pack.zone().getId(), Map.of(), Map.of(), "", "", true)),
                    by);
        }
    }
}
