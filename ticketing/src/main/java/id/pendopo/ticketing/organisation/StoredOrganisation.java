package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.Organisation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The organisation as its tables have it. */
@Component
class StoredOrganisation implements Organisation {

    private final UnitRecords units;
    private final Catalogue catalogue;

    StoredOrganisation(UnitRecords units, Catalogue catalogue) {
        this.units = units;
        this.catalogue = catalogue;
    }

    @Override
    public List<Names> checkedUnits() {
        return units.checked().stream()
                .map(catalogue::unit)
                .flatMap(Optional::stream)
                .map(Unit::names)
                .toList();
    }
}
