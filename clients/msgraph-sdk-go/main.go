// Driver of msgraph-sdk-go, the generated client for Go. Without a generic setter, every path that the suite sets stands here.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	abstractions "github.com/microsoft/kiota-abstractions-go"
	"github.com/microsoft/kiota-abstractions-go/authentication"
	"github.com/microsoft/kiota-abstractions-go/serialization"
	"github.com/microsoft/kiota-abstractions-go/store"
	kiotajson "github.com/microsoft/kiota-serialization-json-go"
	core "github.com/microsoftgraph/msgraph-sdk-go-core"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
	"github.com/microsoftgraph/msgraph-sdk-go/teams"
)

type object = map[string]any

type message struct {
	Cmd, Op, BaseUrl, Token, Team, Card, Keep, KeepBody string
	Id                                                  int
	Query                                               struct {
		Filter *string
		Top    *int32
	}
	Body *struct {
		From string
		Set  object
	}
}

type unsupported string

func (reason unsupported) Error() string { return string(reason) }

type provider struct {
	token string
	hosts *authentication.AllowedHostsValidator
}

func (p provider) GetAuthorizationToken(context.Context, *url.URL, map[string]interface{}) (string, error) {
	return p.token, nil
}

func (p provider) GetAllowedHostsValidator() *authentication.AllowedHostsValidator { return p.hosts }

var (
	background = context.Background()
	kept       = map[string]models.TimeCardable{}
	adapters   = map[string]*core.GraphRequestAdapterBase{}
)

// adapterFor makes one adapter for each address, as the root package of the SDK does, which takes minutes to compile.
func adapterFor(m message) *core.GraphRequestAdapterBase {
	if adapters[m.BaseUrl] == nil {
		hosts, _ := authentication.NewAllowedHostsValidatorErrorCheck([]string{})
		bearer := authentication.NewBaseBearerTokenAuthenticationProvider(provider{m.Token, hosts})
		adapter, _ := core.NewGraphRequestAdapterBase(bearer, core.GraphClientOptions{GraphServiceLibraryVersion: version()})
		abstractions.RegisterDefaultSerializer(func() serialization.SerializationWriterFactory {
			return kiotajson.NewJsonSerializationWriterFactory()
		})
		abstractions.RegisterDefaultDeserializer(func() serialization.ParseNodeFactory {
			return kiotajson.NewJsonParseNodeFactory()
		})
		adapter.EnableBackingStore(store.BackingStoreFactoryInstance)
		adapter.SetBaseUrl(m.BaseUrl)
		adapters[m.BaseUrl] = adapter
	}
	return adapters[m.BaseUrl]
}

func pointer[T any](value T) *T { return &value }

func flag(value any) *bool {
	if value == nil {
		return nil
	}
	return pointer(value.(bool))
}

func text(value any) *string {
	if value == nil {
		return nil
	}
	return pointer(value.(string))
}

// noted is what events, cards and the bodies of actions have in common.
type noted interface {
	GetNotes() models.ItemBodyable
	SetNotes(models.ItemBodyable)
}

func setNotes(on noted, rest string, value any) error {
	if rest == "" && value == nil {
		on.SetNotes(nil)
		return nil
	}
	if on.GetNotes() == nil {
		on.SetNotes(models.NewItemBody())
	}
	switch rest {
	case "content":
		on.GetNotes().SetContent(text(value))
	case "contentType":
		parsed, err := models.ParseBodyType(value.(string))
		if err != nil {
			return err
		}
		on.GetNotes().SetContentType(parsed.(*models.BodyType))
	default:
		return unsupported("no member " + rest + " of ItemBody")
	}
	return nil
}

func setEvent(event models.TimeCardEventable, path string, value any) error {
	head, rest, _ := strings.Cut(path, ".")
	switch head {
	case "dateTime":
		parsed, err := time.Parse(time.RFC3339Nano, value.(object)["$time"].(string))
		event.SetDateTime(&parsed)
		return err
	case "isAtApprovedLocation":
		event.SetIsAtApprovedLocation(flag(value))
		return nil
	case "notes":
		return setNotes(event, rest, value)
	}
	return unsupported("no member " + head + " of TimeCardEvent")
}

func setCard(card models.TimeCardable, path string, value any) error {
	head, rest, _ := strings.Cut(path, ".")
	switch head {
	case "userId":
		card.SetUserId(text(value))
	case "state":
		parsed, err := models.ParseTimeCardState(value.(string))
		if err != nil {
			return err
		}
		card.SetState(parsed.(*models.TimeCardState))
	case "confirmedBy":
		parsed, err := models.ParseConfirmedBy(value.(string))
		if err != nil {
			return err
		}
		card.SetConfirmedBy(parsed.(*models.ConfirmedBy))
	case "notes":
		return setNotes(card, rest, value)
	case "clockInEvent":
		if card.GetClockInEvent() == nil {
			card.SetClockInEvent(models.NewTimeCardEvent())
		}
		return setEvent(card.GetClockInEvent(), rest, value)
	case "clockOutEvent":
		if rest == "" {
			card.SetClockOutEvent(nil)
			return nil
		}
		if card.GetClockOutEvent() == nil {
			card.SetClockOutEvent(models.NewTimeCardEvent())
		}
		return setEvent(card.GetClockOutEvent(), rest, value)
	default:
		return unsupported("no member " + head + " of TimeCard")
	}
	return nil
}

// parameters is what the bodies of all actions have.
type parameters interface {
	noted
	SetIsAtApprovedLocation(*bool)
}

func setParameters(m message, body parameters) error {
	for path, value := range m.Body.Set {
		head, rest, _ := strings.Cut(path, ".")
		switch head {
		case "isAtApprovedLocation":
			body.SetIsAtApprovedLocation(flag(value))
		case "notes":
			if err := setNotes(body, rest, value); err != nil {
				return err
			}
		case "onBehalfOfUserId":
			body.(*teams.ItemScheduleTimeCardsClockInPostRequestBody).SetOnBehalfOfUserId(text(value))
		}
	}
	return nil
}

func showNotes(on noted) any {
	if on.GetNotes() == nil {
		return nil
	}
	shown := object{"content": on.GetNotes().GetContent()}
	if kind := on.GetNotes().GetContentType(); kind != nil {
		shown["contentType"] = kind.String()
	}
	return shown
}

func showEvent(event models.TimeCardEventable) any {
	if event == nil {
		return nil
	}
	shown := object{"isAtApprovedLocation": event.GetIsAtApprovedLocation(), "notes": showNotes(event)}
	if at := event.GetDateTime(); at != nil {
		shown["dateTime"] = at.Format(time.RFC3339Nano)
	}
	return shown
}

func show(card models.TimeCardable) any {
	if card == nil {
		return nil
	}
	shown := object{
		"id": card.GetId(), "userId": card.GetUserId(), "notes": showNotes(card), "breaks": len(card.GetBreaks()),
		"clockInEvent": showEvent(card.GetClockInEvent()), "clockOutEvent": showEvent(card.GetClockOutEvent()),
	}
	if state := card.GetState(); state != nil {
		shown["state"] = state.String()
	}
	if by := card.GetConfirmedBy(); by != nil {
		shown["confirmedBy"] = by.String()
	}
	return shown
}

func buildCard(m message) (models.TimeCardable, error) {
	card := models.TimeCardable(models.NewTimeCard())
	if m.Body.From != "" {
		card = kept[m.Body.From]
	}
	for path, value := range m.Body.Set {
		if err := setCard(card, path, value); err != nil {
			return nil, err
		}
	}
	if m.KeepBody != "" {
		kept[m.KeepBody] = card
	}
	return card, nil
}

func call(m message) (any, error) {
	adapter := adapterFor(m)
	cards := teams.NewTeamsRequestBuilderInternal(map[string]string{"baseurl": m.BaseUrl}, adapter).ByTeamId(m.Team).Schedule().TimeCards()
	one := cards.ByTimeCardId(m.Card)
	shown := func(card models.TimeCardable, err error) (any, error) {
		if m.Keep != "" {
			kept[m.Keep] = card
		}
		return show(card), err
	}
	switch m.Op {
	case "echo":
		return shown(buildCard(m))
	case "clockIn":
		body := teams.NewItemScheduleTimeCardsClockInPostRequestBody()
		if err := setParameters(m, body); err != nil {
			return nil, err
		}
		return shown(cards.ClockIn().Post(background, body, nil))
	case "clockOut":
		body := teams.NewItemScheduleTimeCardsItemClockOutPostRequestBody()
		if err := setParameters(m, body); err != nil {
			return nil, err
		}
		return shown(one.ClockOut().Post(background, body, nil))
	case "startBreak":
		body := teams.NewItemScheduleTimeCardsItemStartBreakPostRequestBody()
		if err := setParameters(m, body); err != nil {
			return nil, err
		}
		return shown(one.StartBreak().Post(background, body, nil))
	case "endBreak":
		body := teams.NewItemScheduleTimeCardsItemEndBreakPostRequestBody()
		if err := setParameters(m, body); err != nil {
			return nil, err
		}
		return shown(one.EndBreak().Post(background, body, nil))
	case "confirm":
		return shown(one.Confirm().Post(background, nil))
	case "create", "update":
		card, err := buildCard(m)
		if err != nil {
			return nil, err
		}
		if m.Op == "create" {
			return shown(cards.Post(background, card, nil))
		}
		return shown(one.Patch(background, card, nil))
	case "get":
		return shown(one.Get(background, nil))
	case "delete":
		return nil, one.Delete(background, nil)
	case "list", "listAll":
		return list(m, cards, adapter)
	case "replace":
		return nil, unsupported("no put on the request builder of a time card")
	}
	return nil, unsupported("no " + m.Op + " on the request builder of a time card")
}

func list(m message, cards *teams.ItemScheduleTimeCardsRequestBuilder, adapter *core.GraphRequestAdapterBase) (any, error) {
	query := &teams.ItemScheduleTimeCardsRequestBuilderGetQueryParameters{Filter: m.Query.Filter, Top: m.Query.Top}
	page, err := cards.Get(background, &teams.ItemScheduleTimeCardsRequestBuilderGetRequestConfiguration{QueryParameters: query})
	if err != nil {
		return nil, err
	}
	found := []any{}
	if m.Op == "list" {
		for _, card := range page.GetValue() {
			found = append(found, show(card))
		}
		return found, nil
	}
	iterator, err := core.NewPageIterator[models.TimeCardable](page, adapter, models.CreateTimeCardCollectionResponseFromDiscriminatorValue)
	if err != nil {
		return nil, err
	}
	err = iterator.Iterate(background, func(card models.TimeCardable) bool {
		found = append(found, show(card))
		return true
	})
	return found, err
}

func errorOf(err error) object {
	told := object{"type": fmt.Sprintf("%T", err), "message": err.Error()}
	var odata *odataerrors.ODataError
	var api *abstractions.ApiError
	if errors.As(err, &odata) {
		told["status"] = odata.ResponseStatusCode
		if inner := odata.GetErrorEscaped(); inner != nil {
			told["code"] = inner.GetCode()
		}
	} else if errors.As(err, &api) {
		told["status"] = api.ResponseStatusCode
	}
	return told
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "github.com/microsoftgraph/msgraph-sdk-go" {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "unknown"
}

func answer(m message) object {
	if m.Cmd == "start" {
		language := "Go " + strings.TrimPrefix(runtime.Version(), "go")
		return object{"version": 1, "library": object{"name": "msgraph-sdk-go", "version": version(), "language": language}}
	}
	value, err := call(m)
	var missing unsupported
	if errors.As(err, &missing) {
		return object{"id": m.Id, "unsupported": missing}
	}
	if err != nil {
		return object{"id": m.Id, "error": errorOf(err)}
	}
	return object{"id": m.Id, "value": value}
}

func main() {
	lines, out := bufio.NewScanner(os.Stdin), json.NewEncoder(os.Stdout)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var m message
		if json.Unmarshal(lines.Bytes(), &m) != nil || m.Cmd == "stop" {
			return
		}
		_ = out.Encode(answer(m))
	}
}
