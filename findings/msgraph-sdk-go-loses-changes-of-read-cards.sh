#!/usr/bin/env bash
# msgraph-sdk-go 1.89.0 with kiota-abstractions-go 1.9.3: what is set in an object that was read is not sent; the body has its type only.
# Also: a time is written without its fraction of a second.
# Seen: {"@odata.type":"#microsoft.graph.timeCard"} after SetUserId, and 2025-01-07T21:35:36Z for 21:35:36.311Z
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >go.mod <<'MOD'
module finding

go 1.24
MOD
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"time"

	abstractions "github.com/microsoft/kiota-abstractions-go"
	"github.com/microsoft/kiota-abstractions-go/authentication"
	"github.com/microsoft/kiota-abstractions-go/serialization"
	"github.com/microsoft/kiota-abstractions-go/store"
	kiotajson "github.com/microsoft/kiota-serialization-json-go"
	core "github.com/microsoftgraph/msgraph-sdk-go-core"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/teams"
)

type token struct{}

func (token) GetAuthorizationToken(context.Context, *url.URL, map[string]interface{}) (string, error) {
	return "made-up", nil
}

func (token) GetAllowedHostsValidator() *authentication.AllowedHostsValidator {
	hosts, _ := authentication.NewAllowedHostsValidatorErrorCheck([]string{})
	return hosts
}

func main() {
	sent := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Content-Encoding") != "" {
			// RFC 9110, 15.5.16: the client then repeats its request plain.
			w.WriteHeader(http.StatusUnsupportedMediaType)
			return
		}
		body, _ := io.ReadAll(r.Body)
		sent = string(body)
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"id":"c","userId":"before"}`))
	}))
	defer server.Close()
	adapter, _ := core.NewGraphRequestAdapterBase(authentication.NewBaseBearerTokenAuthenticationProvider(token{}), core.GraphClientOptions{})
	abstractions.RegisterDefaultSerializer(func() serialization.SerializationWriterFactory { return kiotajson.NewJsonSerializationWriterFactory() })
	abstractions.RegisterDefaultDeserializer(func() serialization.ParseNodeFactory { return kiotajson.NewJsonParseNodeFactory() })
	adapter.EnableBackingStore(store.BackingStoreFactoryInstance)
	adapter.SetBaseUrl(server.URL + "/v1.0")
	cards := teams.NewTeamsRequestBuilderInternal(map[string]string{"baseurl": server.URL + "/v1.0"}, adapter).ByTeamId("t").Schedule().TimeCards()
	card, err := cards.ByTimeCardId("c").Get(context.Background(), nil)
	if err != nil {
		panic(err)
	}
	after := "after"
	card.SetUserId(&after)
	_, _ = cards.ByTimeCardId("c").Patch(context.Background(), card, nil)
	fmt.Println(sent)
	fresh, event := models.NewTimeCard(), models.NewTimeCardEvent()
	at := time.Date(2025, 1, 7, 21, 35, 36, 311_000_000, time.UTC)
	event.SetDateTime(&at)
	fresh.SetClockInEvent(event)
	_, _ = cards.Post(context.Background(), fresh, nil)
	fmt.Println(sent)
}
GO
go get github.com/microsoftgraph/msgraph-sdk-go@v1.89.0 github.com/microsoft/kiota-abstractions-go@v1.9.3 2>/dev/null
go mod tidy 2>/dev/null
said=$(go run .)
echo "$said"
[ "$said" = '{"@odata.type":"#microsoft.graph.timeCard"}
{"@odata.type":"#microsoft.graph.timeCard","clockInEvent":{"dateTime":"2025-01-07T21:35:36Z"}}' ]
