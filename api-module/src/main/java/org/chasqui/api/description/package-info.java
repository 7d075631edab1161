/**
 * Describes JAX-RS applications in OpenAPI from the annotations of their resources and the components of their records.
 * What a method returns is the body of its answer, and an address with an id may answer 404: neither is annotated.
 * Payara 6.2025.10 has a scanner of its own, which says of every schema that it has no properties at most
 * ({@code maxProperties: 0}), takes a UUID for an object, knows no snake_case and fails on records with constraints.
 */
@NullMarked
package org.chasqui.api.description;

import org.jspecify.annotations.NullMarked;
