/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import static dev.tendon.nn.ShapeOps.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpsTest {
    private static final ShapeOps NN = new ShapeOps();
    private static final ShapeOps.Known X = floats("input x", 2, 3, 4);
    private static final ConvSettings PLAIN = ConvSettings.plain();

    static Stream<Arguments> mistakes() {
        ShapeOps.Known image = floats("input image", 1, 3, 8, 8);
        return Stream.of(
                mistake(
                        "axes that differ",
                        () -> NN.add(X, floats("parameter bias", 5)),
                        "ADD",
                        "input x [2, 3, 4]",
                        "parameter bias [5]"),
                mistake(
                        "inner axes that differ",
                        () -> NN.matmul(X, floats("parameter w", 5, 2)),
                        "matmul",
                        "parameter w [5, 2]"),
                mistake(
                        "a weight of another width",
                        () -> NN.linear(X, floats("parameter head.weight", 6, 5), null),
                        "linear",
                        "head.weight [6, 5]"),
                mistake(
                        "a bias of another length",
                        () -> NN.linear(X, floats("parameter head.weight", 6, 4), floats("parameter head.bias", 5)),
                        "head.bias [5]"),
                mistake(
                        "other channels",
                        () -> NN.conv(image, floats("parameter stem", 8, 4, 3, 3), null, PLAIN),
                        "conv",
                        "stem [8, 4, 3, 3]"),
                mistake(
                        "a kernel larger than the picture",
                        () -> NN.conv(image, floats("parameter stem", 8, 3, 9, 9), null, PLAIN),
                        "conv",
                        "input image"),
                mistake(
                        "a window larger than the picture",
                        () -> NN.maxPool(image, 9, PLAIN),
                        "maxPool",
                        "input image"),
                mistake(
                        "groups that do not share",
                        () -> NN.groupNorm(image, 2, floats("w", 3), floats("b", 3), 1e-5),
                        "3 channels",
                        "2 groups"),
                mistake(
                        "a norm of another width",
                        () -> NN.layerNorm(X, floats("parameter norm", 3), floats("b", 4), 1e-5),
                        "layerNorm",
                        "norm [3]"),
                mistake("other elements", () -> NN.reshape(X, 5, -1), "reshape", "[2, 3, 4]", "[5, -1]"),
                mistake("an axis twice", () -> NN.permute(X, 0, 0, 1), "permute", "[0, 0, 1]"),
                mistake("an axis that is not one", () -> NN.expand(X, 2, 6, 4), "expand", "[2, 6, 4]"),
                mistake(
                        "parts of other widths",
                        () -> NN.concat(List.of(X, floats("input y", 2, 3, 5)), 1),
                        "concat",
                        "input y"),
                mistake("a slice that leaves its axis", () -> NN.slice(X, 1, 1, 4), "slice", "1 to 4", "axis 1"),
                mistake("an axis that is not there", () -> NN.softmax(X, 3), "axis 3"),
                mistake(
                        "indices that are no whole numbers",
                        () -> NN.gather(X, 0, floats("input i", 2)),
                        "gather",
                        "INT64"),
                mistake("a condition that is no truth value", () -> NN.where(X, X, X), "where", "BOOL"),
                mistake(
                        "numbers of two kinds",
                        () -> NN.add(X, ShapeOps.of(ElementKind.INT64, "input i", 4)),
                        "input i is INT64"),
                mistake("an impossible probability", () -> NN.dropout(X, 1), "dropout", "1.0"),
                mistake("values of another number", () -> NN.constant(new float[3], 2, 2), "3 values"));
    }

    private static Arguments mistake(String what, ThrowingCallable call, String... said) {
        return Arguments.of(what, call, said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeNamesTheOperationAndItsTensors(String what, ThrowingCallable call, String[] said) {
        assertThatThrownBy(call).isInstanceOf(NetworkException.class).hasMessageContainingAll(said);
    }

    @Test
    void knowsTheShapesOfItsResults() {
        assertThat(NN.conv(
                                floats("x", 2, 3, 17, 13),
                                floats("w", 4, 3, 7, 7),
                                null,
                                PLAIN.stride(2).padding(3))
                        .shape())
                .isEqualTo(Shape.of(2, 4, 9, 7));
        assertThat(NN.convTranspose(
                                floats("x", 2, 4, 5),
                                floats("w", 4, 3, 4),
                                null,
                                PLAIN.stride(2).padding(1))
                        .shape())
                .isEqualTo(Shape.of(2, 3, 10));
        assertThat(NN.matmul(floats("a", 2, 1, 3, 4), floats("b", 5, 4, 2)).shape())
                .isEqualTo(Shape.of(2, 5, 3, 2));
        assertThat(NN.gather(X, 1, ShapeOps.of(ElementKind.INT64, "i", 5, 6)).shape())
                .isEqualTo(Shape.of(2, 5, 6, 4));
        assertThat(NN.mean(X, -1, 0).shape()).isEqualTo(Shape.of(1, 3, 1));
        assertThat(NN.reshape(X, -1, 6).shape()).isEqualTo(Shape.of(4, 6));
    }

    @Test
    void doesNothingWhereNothingIsToBeDone() {
        assertThat(NN.dropout(X, 0)).isSameAs(X);
        assertThat(NN.slice(X, 1, 0, 3)).isSameAs(X);
        assertThat(NN.expand(X, 2, 3, 4)).isSameAs(X);
        assertThat(NN.concat(List.of(X), 0)).isSameAs(X);
        assertThat(NN.cast(X, ElementKind.FLOAT32)).isSameAs(X);
    }

    @Test
    void asksForParametersByTheirWholeName() {
        List<ParameterSpec> asked = new ArrayList<>();
        Parameters<ShapeOps.Known> parameters = new Parameters<>(spec -> {
            asked.add(spec);
            return floats("parameter " + spec.name(), spec.shape().toArray());
        });

        new Layers<>(NN).linear(parameters.in("encoder").in("layers").in(0).in("linear1"), X, 7);
        new Layers<>(NN).frozenBatchNorm(parameters.in("bn1"), floats("x", 1, 3, 2, 2), 1e-5);

        assertThat(asked)
                .extracting(ParameterSpec::name)
                .containsExactly(
                        "encoder.layers.0.linear1.weight",
                        "encoder.layers.0.linear1.bias",
                        "bn1.weight",
                        "bn1.bias",
                        "bn1.running_mean",
                        "bn1.running_var");
        assertThat(asked).extracting(ParameterSpec::trainable).containsExactly(true, true, false, false, false, false);
        assertThat(asked.get(0).shape()).isEqualTo(Shape.of(7, 4));
    }
}
